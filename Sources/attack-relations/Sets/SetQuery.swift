/// The SQL by which an engine reduces a table of sightings to weighted sets.
///
/// A sighting is a row: a technique in a report. The reports of the same techniques and the same source become one row
/// of `weight`, `techniques`, `source`, `first_seen`, `last_seen`.
struct SetQuery {
  let engine: SQLEngine
  /// A table, or a file that the engine reads.
  let table: String
  let columns: SightingColumns
  /// The table of `sets --mapping`; `nil` where revoked ids stay, which a build follows too.
  let mapping: String?

  /// One statement without its semicolon, so that it can stand inside another one.
  var sql: String {
    """
    WITH sightings AS (
      SELECT
        CAST(\(engine.quoted(columns.report)) AS \(engine.text)) AS report,
        CAST(\(engine.quoted(columns.technique)) AS \(engine.text)) AS technique,
        \(column(columns.source, as: engine.text)) AS source,
        \(column(columns.date, as: "DATE")) AS seen
      FROM \(engine.table(table))
    ),
    found AS (
      SELECT report, source, seen, \(engine.ids(in: "technique")) AS id
      FROM sightings
      WHERE report IS NOT NULL
    ),
    ids AS (
      SELECT report, source, seen, upper(replace(id, '/', '.')) AS id
      FROM found
    ),
    techniques AS (
      SELECT report, source, seen, \(technique) AS technique
      FROM ids\(join)
    ),
    reports AS (
      SELECT
        source, report, \(engine.list("technique")) AS techniques,
        min(seen) AS first_seen, max(seen) AS last_seen
      FROM techniques
      GROUP BY source, report
    )
    SELECT
      count(*) AS weight, techniques, source,
      min(first_seen) AS first_seen, max(last_seen) AS last_seen
    FROM reports
    GROUP BY techniques, source
    ORDER BY weight DESC, source, techniques
    """
  }

  private func column(_ name: String?, as type: String) -> String {
    guard let name else { return "CAST(NULL AS \(type))" }
    return "TRY_CAST(\(engine.quoted(name)) AS \(type))"
  }

  private var technique: String {
    mapping == nil ? "id" : "coalesce(successor, id)"
  }

  private var join: String {
    guard let mapping else { return "" }
    return " LEFT JOIN \(engine.table(mapping)) AS mapping ON mapping.technique = ids.id"
  }
}
