internal import CExchange
internal import Glibc

/// One build at a time: a locked file beside the folder, gone with its owner.
///
/// The lock is the system's, not the file: what a killed process left behind blocks nobody.
struct FolderLock: ~Copyable {
  private let path: String
  private let file: CInt

  /// - Throws: `busy(folder)` while another process, or another value of this one, holds it.
  init(_ path: String, of folder: String) throws(SiteFolderError) {
    for _ in 1...100 {
      let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
      try Disk.check(file, "lock", path)
      if flock(file, LOCK_EX | LOCK_NB) == 0, Disk.file(file, isStillAt: path) {
        self.path = path
        self.file = file
        return
      }
      close(file)
    }
    throw .busy(folder: folder)
  }

  deinit {
    unlink(path)
    close(file)
  }
}
