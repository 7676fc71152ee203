import Text

extension ReportFile {
  /// Says how many actions nothing puts in order; `name` is what one is called.
  mutating func remark(unplaced count: Int, _ name: String) {
    guard count > 0 else { return }
    remark("\(Format.count(count, name)) not in the order, since nothing says when they ran")
  }

  /// Says how many actions of an order name no technique; `name` is what one is called.
  mutating func remark(unnamed order: OrderDraft?, _ name: String) {
    let count = order?.actions.count(where: \.mentions.isEmpty) ?? 0
    guard count > 0 else { return }
    remark("\(Format.count(count, name)) without a technique, where the order is broken")
  }
}
