import Measures
import Pages
import Testing
import Text

struct FormatGradeTests {
  @Test func `a grade has its words`() {
    #expect(Format.times(1.5653, atLeast: 1.276, .firm) == "at least 1.2×")
    #expect(Format.times(1.2, atLeast: 1.049, .firm) == "at least 1.04×")
    #expect(Format.times(1.2, atLeast: 1.0009, .firm) == "above 1×")
    #expect(Format.times(1.5653, atLeast: 0.93, .possible) == "possibly 1.6×")
    #expect(Format.times(0.98, atLeast: 0.7, .weak) == "about 1.0×")
    #expect(Format.times(0.98, atLeast: 0.7, nil) == "about 1.0×")
  }
}
