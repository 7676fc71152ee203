/// What ends a command: one line that names the file and what is wrong, and up to three more.
struct CommandError: Error, Equatable {
  let lines: [String]

  init(_ lines: String...) { self.lines = lines }
}
