import Pages

/// What the tables of `DataFiles` hold.
extension DataFiles {
  static let pairTable = DataTable(
    "cooccurrence", at: RecordPath.cooccurrence,
    "every pair of techniques that a report cites together", digits: .nine,
    key: ["technique_a", "technique_b"],
    [
      .firstOfPair, .secondOfPair, .reportsOfFirst, .reportsOfSecond, .together,
      DataColumn("share_of_a", .share, "together, divided by reports_a, to four digits"),
      DataColumn("share_of_b", .share, "together, divided by reports_b, to four digits"),
      .expected, .ratio, .lower,
      DataColumn(
        "lift", .number(from: 0),
        "together over what independent techniques would give, to four digits; this site does not "
          + "rank by it"),
      DataColumn(
        "npmi", .number(from: -1),
        "normalised pointwise mutual information, to four digits; this site does not rank by it"),
      .pValue, .qValue, .grade, .family, .ours,
    ])

  static let partnerTable = DataTable(
    "partners", at: PageKind.technique.csv(of: "*"),
    "for each technique its partners, those of most reports first",
    [
      DataColumn("technique", .technique, "the partner; the file is named after the technique"),
      .together,
      DataColumn("reports", .count(of: "reports"), "reports that cite the technique of the file"),
      DataColumn("share", .share, "together, divided by reports"),
      DataColumn("low", .share, "the lower end of its 95 % interval"),
      DataColumn("high", .share, "the upper end"),
      DataColumn("reports_other", .count(of: "reports"), "reports that cite the partner"),
      .expected, .ratio, .lower, .qValue, .grade,
      DataColumn.family.orEmpty("true as in cooccurrence.csv, else empty"),
    ])

  static let techniqueTable = DataTable(
    "techniques", at: RecordPath.techniques,
    "every technique, with its reports, who uses it, and its cluster", key: ["id"],
    [
      DataColumn("id", .technique, "its id"), DataColumn("name", .text, "its name"),
      DataColumn("tactics", .text, "its tactics, separated by spaces", isOptional: true),
      DataColumn("platforms", .text, "its platforms, separated by semicolons", isOptional: true),
      DataColumn("parent", .technique, "what it is a sub-technique of", isOptional: true),
      DataColumn("reports", .count(of: "reports"), "reports that cite it"),
      DataColumn(
        "groups", .text, "ids of the groups that use it, separated by spaces", isOptional: true),
      DataColumn(
        "software", .text, "ids of the software that uses it, separated by spaces", isOptional: true
      ),
      DataColumn(
        "campaigns", .text, "ids of the campaigns that use it, separated by spaces",
        isOptional: true),
      DataColumn("cluster", .text, "the id of its cluster in clusters.csv", isOptional: true),
      DataColumn(
        "collection", .text, "the team’s own collection that it is of; empty if it is MITRE’s",
        isOptional: true),
      DataColumn("internal", .count(of: "reports"), "those of the reports that are the team’s own"),
    ])

  static let reportTable = DataTable(
    "reports", at: RecordPath.reports, "every report that counts", key: ["id"], reportColumns)

  static let leftOutTable = DataTable(
    "left-out", at: RecordPath.leftOut, "every report that is in no count of this site",
    key: ["id"], reportColumns)

  static let setTable = DataTable(
    "sets", at: RecordPath.sets,
    "the weighted sets that count in the place of reports, by source, those of most reports first",
    [
      DataColumn("source", .text, "the id of its source, after which its page is named"),
      DataColumn("name", .text, "the source"),
      DataColumn("weight", .count(of: "reports"), "reports that have just these techniques"),
      DataColumn("techniques", .text, "ids of these techniques, separated by spaces"),
      DataColumn("internal", .flag, "whether it is the team’s own"),
      DataColumn("origin", .text, "whose it is: ours, or the name of a public set"),
    ])

  private static let reportColumns = [
    DataColumn("id", .text, "its id, after which its page is named"),
    DataColumn("title", .text, "its title"),
    DataColumn("published", .date, "when it was published, as far as known", isOptional: true),
    DataColumn("url", .text, "where to read it", isOptional: true),
    DataColumn(
      "techniques", .text, "ids of the techniques that it is cited for, separated by spaces"),
    DataColumn(
      "cited_by", .text,
      "ids of the groups, software and campaigns that it is cited for, separated by spaces",
      isOptional: true),
    DataColumn("internal", .flag, "whether it is the team’s own"),
    DataColumn("origin", .text, "whose it is: ATT&CK, ours, or names of public sets, by commas"),
  ]

  static let subsetTable = DataTable(
    "subsets", at: PageKind.subset.csv(of: "*"),
    "the pairs of each subset that some report cites together, and each technique with itself",
    [
      DataColumn("row", .technique, "a technique of the subset"),
      DataColumn("column", .technique, "another one, or the same"), .together,
      DataColumn(
        "reports_row", .count(of: "reports"), "reports that cite the technique of the row"),
      DataColumn("share_of_row", .share, "together, divided by reports_row"),
    ]
      + [DataColumn.expected, .ratio, .lower].map {
        $0.orEmpty("as in cooccurrence.csv; empty for a technique with itself")
      })

  static let placeTable = DataTable(
    "where-to-look", at: RecordPath.whereToLook,
    "where each technique shows; a cell is empty where ATT&CK does not say",
    [
      DataColumn("technique", .technique, "the technique"),
      DataColumn("platform", .text, "on which platform", isOptional: true),
      DataColumn("component", .text, "in which data component", isOptional: true),
      DataColumn(
        "log_source", .text,
        "in which log source, as ATT&CK spells it; in older releases the data source",
        isOptional: true),
      DataColumn("channel", .text, "the channel of that log source", isOptional: true),
    ])
}
