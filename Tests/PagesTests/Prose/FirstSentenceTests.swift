import Testing

@testable import Pages

struct FirstSentenceTests {
  @Test(arguments: [
    ("One. Two.", "One."),
    ("Only one", "Only one"),
    ("In the U.S. and Co. Ltd. since 2010. More.", "In the U.S. and Co. Ltd. since 2010."),
    ("Seen 2.0 of it.(Citation: A. B. 2019)(Citation: C) Then more.", "Seen 2.0 of it."),
    ("[A](https://a. B) is (e.g. so). [C](x) is.", "[A](https://a. B) is (e.g. so)."),
    ("Seen. (Citation: A) (Citation: B) Then.", "Seen."),
    ("Used by [B](https://b.example). It is.", "Used by [B](https://b.example)."),
    ("What!\n\nThen.", "What!"),
    ("Version 4.5 ends.", "Version 4.5 ends."),
    ("It uses cmd.exe to run. Then", "It uses cmd.exe to run."),
    ("", ""),
  ])
  func `it ends where another begins, not within it`(text: String, sentence: String) {
    #expect(FirstSentence.of(text) == sentence)
  }
}
