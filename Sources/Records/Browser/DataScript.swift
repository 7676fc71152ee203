package import Text

/// Data that a page's script loads on first use: a classic script that sets one variable, since
/// from `file://` a page can read nothing else.
///
/// The site has it as `assets/NAME.HASH.js`; a page that may load it gives its address as
/// `data-NAME` of its `html` element, and `attackRelations.load` fetches it.
package struct DataScript: Sendable {
  /// `where-data`.
  package let name: String
  /// Of `window`: `attackRelationsWhere`.
  package let variable: String
  /// Whether every page may load it, or those only whose `Page.dataScripts` name it.
  package let isEverywhere: Bool
  package let value: JSONText

  package init(
    _ name: String, sets variable: String, isEverywhere: Bool = false, _ value: JSONText
  ) {
    self.name = name
    self.variable = variable
    self.isEverywhere = isEverywhere
    self.value = value
  }

  /// The script: what follows the variable is JSON, which JavaScript reads as it is.
  package var text: String { "window.\(variable)=\(value.compact);\n" }
}
