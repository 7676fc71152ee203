import Pages

extension Figure {
  /// What draws it: the only mapping from figures to drawings.
  var drawing: any Drawing {
    switch self {
    case let figure as MatrixFigure: MatrixSVG(figure)
    case let figure as GridFigure: GridSVG(figure)
    case let figure as TriangleFigure: TriangleSVG(figure)
    case let figure as MapFigure: MapSVG(figure)
    case let figure as CalibrationFigure: CalibrationSVG(figure)
    case let figure as IntervalFigure: IntervalSVG(figure)
    case let figure as ShiftFigure: ShiftSVG(figure)
    case let figure as GraphFigure: GraphSVG(figure)
    default: preconditionFailure("\(type(of: self)) has no drawing")
    }
  }
}
