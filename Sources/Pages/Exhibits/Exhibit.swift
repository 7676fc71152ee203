/// What Markdown cannot say: one value that becomes HTML on a page and Markdown in a Git wiki.
package enum Exhibit: Sendable {
  case ranking(Ranking)
  case standouts(Standouts)
  case explorer(Explorer)
  case suggestions(Suggestions)
  case explorerPart(ExplorerPart)
  case matrix(MatrixFigure)
  case grid(GridFigure)
  case triangle(TriangleFigure)
  case map(MapFigure)
  case calibration(CalibrationFigure)
  case intervals(IntervalFigure)
  case shifts(ShiftFigure)
  case trend(Trend)
  case mosaic(Mosaic)
  case roll(CompactList)
  case table(Table)
}
