import Foundation

/// `fuzz READER OPTIONS…`: libFuzzer hands bytes to one of the readers, again and again; without an argument all are listed.
@main
enum Fuzz {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      return print(FuzzedReader.all.map(\.name).joined(separator: "\n"))
    }
    guard let reader = FuzzedReader.all.first(where: { $0.name == arguments[1] }) else {
      print("error: `\(arguments[1])` is no reader, expected one that `fuzz` lists")
      exit(64)
    }
    chosen = reader
    let options = [arguments[0]] + arguments.dropFirst(2)
    var pointers = options.map { strdup($0) } + [nil]
    var count = CInt(options.count)
    pointers.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      exit(run(&count, &start) { bytes, count in fuzzOne(bytes, count) })
    }
  }

  /// The reader that is tried; set once, before the first run.
  nonisolated(unsafe) fileprivate static var chosen: FuzzedReader?
}

/// One run, of which a trap or a broken rule is a find.
private func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzz.chosen?.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// libFuzzer, whose header Swift does not come with.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
