import Corpora
import Measures
import Testing

@Suite(.enabled(if: RealRelease.areHere))
struct RealInferenceTests {
  /// Evidence; W, s and effective size; the first five as raw/shown; of the first one the base term
  /// and the two largest terms, with the beginnings of the reports' keys.
  private static let figures = """
    ask T1047
      size 12.7962 0.1 114.773
      rank T1059.001/0.428225/0.3992 T1082/0.392419/0.3797 T1105/0.375274/0.3700
      rank T1059.003/0.360134/0.3519 T1071.001/0.289605/0.2780
      base 0.00148004
      term 0.0155085 group-ib.com/whitepapers/ransomware-uncovered.html
      term 0.0129237 carbonblack.com/2019/04/24/cb-tau-threat-intelligence-notificati
    ask T1011
      size 0.008 0.1 167.405
      rank T1105/0.319584/0.3042 T1082/0.262862/0.2529 T1071.001/0.261812/0.2519
      rank T1059.003/0.232401/0.2319 T1083/0.222947/0.2264
      base 0.319584
    ask T9999
      size 0 0.1 1762
      rank T1105/0.34515/0.3340 T1082/0.283891/0.2730 T1071.001/0.282757/0.2720
      rank T1059.003/0.250993/0.2427 T1083/0.240783/0.2368
      base 0.34515
    ask T1059.001,T9999
      size 28.5361 0.1 174.599
      rank T1105/0.386247/0.3764 T1059.003/0.325115/0.3100 T1082/0.252184/0.2434
      rank T1204.002/0.249009/0.2416 T1071.001/0.24672/0.2402
      base 0.0012053
      term 0.00873024 fireeye.com/blog/threat-research/2017/03/fin7_spear_phishing.htm
      term 0.00873024 welivesecurity.com/2021/03/10/exchange-servers-under-siege-10-ap
    ask T1047,T1059.001
      size 8.94941 0.025 151.038
      rank T1082/0.402625/0.3776 T1059.003/0.40203/0.3774 T1105/0.401227/0.3772
      rank T1071.001/0.276741/0.2704 T1053.005/0.264943/0.2603
      base 0.000790835
      term 0.0222856 group-ib.com/whitepapers/ransomware-uncovered.html
      term 0.0139285 blog.talosintelligence.com/2019/05/recent-muddywater-associated-
    ask T1566.001,T1204.002,T1105
      size 15.0042 0.0111111 251.305
      rank T1071.001/0.385779/0.3741 T1082/0.316755/0.3062 T1059.005/0.312451/0.3031
      rank T1059.003/0.311914/0.3027 T1547.001/0.302437/0.2905
      base 0.000209236
      term 0.0095141 uptycs.com/blog/confucius-apt-deploys-warzone-rat
      term 0.00832484 fireeye.com/blog/threat-research/2016/05/windows-zero-day-paymen
    ask T1486
      size 21.4059 0.1 62.2672
      rank T1490/0.28643/0.2752 T1083/0.248824/0.2414 T1489/0.212832/0.2161
      rank T1059.003/0.176555/0.1713 T1059.001/0.166643/0.1639
      base 0.00024133
      term 0.0154996 unit42.paloaltonetworks.com/threat-assessment-ekans-ransomware
      term 0.0116247 cisa.gov/sites/default/files/2024-09/aa24-242a-stopransomware-ra
    ask T1047,T1011
      size 0.132994 0.025 153.339
      rank T1059.001/0.381738/0.3725 T1082/0.366368/0.3672 T1105/0.361547/0.3610
      rank T1059.003/0.334777/0.3279 T1071.001/0.281502/0.2743
      base 0.0302017
      term 0.0127753 group-ib.com/whitepapers/ransomware-uncovered.html
      term 0.0106461 carbonblack.com/2019/04/24/cb-tau-threat-intelligence-notificati
    ask T1003.001,T1021.002,T1047,T1059.001,T1569.002
      size 1.544 0.004 82.4162
      rank T1059.003/0.402808/0.3662 T1105/0.343041/0.3022 T1018/0.290366/0.2456
      rank T1082/0.289716/0.2449 T1486/0.267872/0.2221
      base 0.00064856
      term 0.0293634 redcanary.com/blog/blue-mockingbird-cryptominer
      term 0.0161269 cylance.com/content/dam/cylance/pages/operation-cleaver/Cylance_
    ask T1078,T1098.003
      size 0.554043 0.025 40.8874
      rank T1133/0.287589/0.2797 T1588.002/0.211175/0.1971 T1059.001/0.183382/0.1688
      rank T1105/0.178844/0.1649 T1021.001/0.148676/0.1462
      base 0.00135916
      term 0.0431747 microsoft.com/security/blog/2022/03/22/dev-0537-criminal-actor-t
      term 0.0338706 published-prd.lanyonevents.com/published/rsaus17/sessionsFiles/5
    """

  /// One query of the figures, answered.
  private struct Answer {
    let model: InferenceModel
    let inference: Inference
    let shown: [Double]
    let ranking: [Int]

    init(_ evidence: Substring, _ model: InferenceModel, _ calibration: Calibration) {
      let ids = model.training.ids
      self.model = model
      inference = model.infer(
        evidence.split(separator: ",").compactMap { ids.firstIndex(of: String($0)) })
      shown = calibration.shown(inference)
      ranking = inference.ranking
    }

    /// The sizes, as in the figures.
    var sizes: [Double] {
      [inference.totalWeight, inference.smoothing, inference.effectiveSize]
    }

    var terms: [(report: Int, term: Double)] {
      inference.explanation(model.reports(citing: ranking[0]))
    }
  }

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `Enterprise 18.1 gives the ten reference queries`() async throws {
    let model = InferenceModel(
      TrainingSet(try RealRelease.named("enterprise-attack-18.1")))
    let calibration = await Calibration(model)
    #expect(calibration.curves.map(\.knots.count) == [36, 39, 38, 41])
    var answer = Answer("", model, calibration)
    var rank = 0
    var term = 0
    for line in Self.figures.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words[0] {
      case "ask":
        answer = Answer(words[1], model, calibration)
        (rank, term) = (0, 0)
      case "size":
        for (value, text) in zip(answer.sizes, words[1...]) {
          #expect(value.agrees(with: try #require(Double(text))), "\(line): \(value)")
        }
      case "rank":
        for word in words[1...] {
          try expect(answer, rank, word.split(separator: "/"))
          rank += 1
        }
      case "base":
        let base = answer.inference.baseTerm(of: answer.ranking[0])
        #expect(base.agrees(with: try #require(Double(words[1]))))
      default:
        let (report, value) = answer.terms[term]
        #expect(value.agrees(with: try #require(Double(words[1]))))
        #expect(model.training.keys[report].hasPrefix(words[2]))
        term += 1
      }
    }
  }

  private func expect(_ answer: Answer, _ rank: Int, _ words: [Substring]) throws {
    let technique = answer.ranking[rank]
    #expect(answer.model.training.ids[technique] == words[0])
    let raw = answer.inference.probabilities[technique]
    #expect(raw.agrees(with: try #require(Double(words[1]))), "\(words): \(raw)")
    let shown = answer.shown[technique]
    #expect(abs(shown - (try #require(Double(words[2])))) < 6e-5, "\(words): \(shown)")
  }

  @Test func `Enterprise 18.1 falls into its campaign clusters and folds`() throws {
    let training = TrainingSet(try RealRelease.named("enterprise-attack-18.1"))
    #expect(Set(training.clusters).count == 1_375)
    let folds = EvaluationSplit.folds(training).map(\.testing.keys.count)
    #expect(folds == [347, 349, 343, 372, 351])
  }
}
