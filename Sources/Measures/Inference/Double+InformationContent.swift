import Foundation

extension Double {
  /// Of a probability, how much it tells that something of it was seen (idf), in nats.
  ///
  /// Source: K. Spärck Jones, "A Statistical Interpretation of Term Specificity and Its Application
  /// in Retrieval", Journal of Documentation 28 (1972) 11-21.
  var informationContent: Double { -log(self) }
}
