/// Ranks by base rate, whatever was seen.
package struct Popularity: Recommender {
  private let baseRates: [Double]

  package init(_ model: InferenceModel) { baseRates = model.baseRates }

  package func scores(_ evidence: [Int]) -> [Double] { baseRates }
}
