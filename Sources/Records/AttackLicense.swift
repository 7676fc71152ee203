import Text

/// MITRE's designation and licence of ATT&CK, which go wherever its texts go.
///
/// The licence is MITRE's own wording, from its terms of use (attack.mitre.org/resources/terms-of-use).
package struct AttackLicense: Sendable {
  private let copyright: [String]
  /// With a blank before it.
  private let year: String

  /// - Parameters:
  ///   - copyright: the lines of the bundles' own marking definitions.
  ///   - date: of the newest data, `2025-11-13`.
  package init(copyright: [String], date: String?) {
    self.copyright = copyright
    year = date.map { " " + $0.prefix(4) } ?? ""
  }

  package var bytes: [UInt8] {
    Array((copyright + [wording]).joined(separator: "\n\n").utf8)
  }

  private var wording: String {
    """
    LICENSE

    The MITRE Corporation (MITRE) hereby grants you a non-exclusive, royalty-free license to use ATT&CK® for research,
    development, and commercial purposes. Any copy you make for such purposes is authorized provided that you reproduce
    MITRE's copyright designation and this license in any such copy.

    "©\(year) The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation."

    DISCLAIMERS

    MITRE does not claim ATT&CK enumerates all possibilities for the types of actions and behaviors documented as part
    of its adversary model and framework of techniques. Using the information contained within ATT&CK to address or
    cover full categories of techniques will not guarantee full defensive coverage as there may be undisclosed techniques
    or variations on existing techniques not documented by ATT&CK.

    ALL DOCUMENTS AND THE INFORMATION CONTAINED THEREIN ARE PROVIDED ON AN "AS IS" BASIS AND THE CONTRIBUTOR, THE
    ORGANIZATION HE/SHE REPRESENTS OR IS SPONSORED BY (IF ANY), THE MITRE CORPORATION, ITS BOARD OF TRUSTEES, OFFICERS,
    AGENTS, AND EMPLOYEES, DISCLAIM ALL WARRANTIES, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO ANY WARRANTY THAT THE
    USE OF THE INFORMATION THEREIN WILL NOT INFRINGE ANY RIGHTS OR ANY IMPLIED WARRANTIES OF MERCHANTABILITY OR FITNESS
    FOR A PARTICULAR PURPOSE.

    """
  }
}
