import Testing
import Text

struct StringLettersTests {
  @Test(arguments: [
    ("linux:syslog", "linuxsyslog"), ("NSM:FLow", "nsmflow"), ("T1059.001", "t1059001"), ("", ""),
    ("Größe 3", "größe3"), ("İs", "i̇s"), ("Ⅷ!", "ⅷ"), ("a\r\nb", "ab"),
  ])
  func `letters and digits are left, in small letters`(text: String, letters: String) {
    #expect(text.lettersAndDigits == letters)
    #expect(text.lettersAndDigits == text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
