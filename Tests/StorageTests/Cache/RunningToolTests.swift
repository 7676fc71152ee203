import Testing

@testable import Storage

struct RunningToolTests {
  @Test func `its libraries are the files that it executes, once each`() {
    let maps = """
      5581a000-5581b000 r--p 00000000 fe:00 41 /opt/bin/tool
      5581b000-5581f000 r-xp 00001000 fe:00 41 /opt/bin/tool
      7f10a000-7f10b000 rw-p 00000000 00:00 0
      7f10b000-7f10c000 r-xp 00000000 fe:00 43 /usr/lib/lib two.so
      7f10c000-7f10d000 r-xp 00001000 fe:00 43 /usr/lib/lib two.so
      7f10d000-7f10e000 r-xp 00001000 fe:00 42 /usr/lib/libc.so.6
      7f10e000-7f10f000 r--p 00000000 fe:00 44 /usr/lib/locale/locale-archive
      7f10f000-7f110000 r--p 00000000 fe:00 45 /tmp/names.123 (deleted)
      7ffc1000-7ffc2000 r-xp 00000000 00:00 0  [vdso]
      """
    #expect(
      RunningTool.libraries(Array(maps.utf8)) == [
        "/opt/bin/tool", "/usr/lib/lib two.so", "/usr/lib/libc.so.6",
      ])
  }
}
