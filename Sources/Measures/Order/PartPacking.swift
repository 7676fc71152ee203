/// Where the parts of a drawing are: the tallest first, each as high as there is room, then as far to the left.
struct PartPacking {
  /// For each part its first layer and its left end.
  let corners: [LayeredGraph.Position]

  private struct Area {
    let layers: Range<Int>
    let from: Double
    let to: Double

    func overlaps(_ other: Area) -> Bool {
      layers.overlaps(other.layers) && from < other.to && other.from < to
    }
  }

  init(_ sizes: [PartDrawing.Size]) {
    let widest = max(Self.column, sizes.map(\.width).max() ?? 0)
    let order = sizes.indices.sorted {
      (-sizes[$0].layers, -sizes[$0].width, $0) < (-sizes[$1].layers, -sizes[$1].width, $1)
    }
    var areas: [Area] = []
    var corners = Array(repeating: LayeredGraph.Position(layer: 0, x: 0), count: sizes.count)
    for part in order {
      let area = Self.room(for: sizes[part], among: areas, widest)
      areas.append(area)
      corners[part] = .init(layer: area.layers.lowerBound, x: area.from)
    }
    self.corners = corners
  }

  /// The first free room beside or below others; below all there is always some.
  private static func room(
    for size: PartDrawing.Size, among areas: [Area], _ widest: Double
  ) -> Area {
    let tops = Set(areas.map(\.layers.upperBound)).union([0]).sorted()
    let lefts = Set(areas.map(\.to)).union([0]).sorted().filter { $0 + size.width <= widest }
    let rooms = tops.lazy.flatMap { top in
      lefts.lazy.map { Area(layers: top..<(top + size.layers), from: $0, to: $0 + size.width) }
    }
    return rooms.first { room in !areas.contains(where: room.overlaps) }
      ?? Area(layers: (tops.last ?? 0)..<((tops.last ?? 0) + size.layers), from: 0, to: size.width)
  }

  /// So many nodes side by side fit the column of a page.
  private static let column = 5.0
}
