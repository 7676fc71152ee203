import Attack
import Corpora
import Measures
import Testing

/// The reference queries of the vote, on real releases.
@Suite(.enabled(if: RealRelease.areHere))
struct RealVoteTests {
  /// Evidence; the rest, the effective size after the doubt, the share of those that hold none and
  /// the sum of likeness; the five most telling as score/raw/shown/usual, the five most likely as
  /// raw; of the first the base term and the largest shares, with what their reports hold, their
  /// likeness, their techniques and the beginnings of their keys.
  private static let enterprise = """
    ask T1047
    size 0.277909 151.533 0.0943 391.998
    tell T1059.001/0.80448/0.401994/0.4473/0.1909
    tell T1059.003/0.376714/0.309666/0.3410/0.2510
    tell T1082/0.373285/0.326954/0.3714/0.2839
    tell T1053.005/0.314445/0.213202/0.2285/0.1381
    tell T1490/0.292065/0.135257/0.1486/0.0519
    rank T1059.001/0.401994 T1082/0.326954 T1059.003/0.309666 T1105/0.309262 T1071.001/0.24879
    base 0.0530439
    term 0.021888 1.0000 0.8582 6 crowdstrike.com/blog/deep-thought-chinese-target
    term 0.0203557 1.0000 0.8006 5 group-ib.com/whitepapers/ransomware-uncovered.ht
    ask T1047,T1059.001
    size 0.108435 160.74 0.0252 364.463
    tell T1059.003/0.544699/0.37433/0.4037/0.2510
    tell T1027.010/0.506491/0.187015/0.2076/0.0564
    tell T1059.005/0.426131/0.222256/0.2398/0.1064
    tell T1082/0.327803/0.305779/0.3291/0.2839
    tell T1053.005/0.321267/0.215605/0.2273/0.1381
    rank T1059.003/0.37433 T1105/0.331937 T1082/0.305779 T1204.002/0.245044 T1071.001/0.234307
    base 0.0272163
    term 0.0207477 1.0000 0.8033 7 fireeye.com/blog/threat-research/2017/06/obfusca
    term 0.012478 1.0000 0.7424 10 github.com/cobbr/Covenant
    ask T1566.001,T1204.002,T1105
    size 0.0586421 184.697 0.0222 413.883
    tell T1204.001/0.66923/0.244048/0.2605/0.0763
    tell T1059.005/0.567419/0.257946/0.2708/0.1064
    tell T1203/0.378182/0.162195/0.1697/0.0581
    tell T1059.001/0.364064/0.267253/0.2773/0.1909
    tell T1566.002/0.347612/0.171604/0.1778/0.0746
    rank T1071.001/0.301821 T1059.001/0.267253 T1059.005/0.257946
    rank T1547.001/0.244751 T1204.001/0.244048
    base 0.00447383
    term 0.0231489 1.0000 0.9323 5 proofpoint.com/us/threat-insight/post/ta505-abus
    term 0.0127554 0.7679 0.8915 5 crowdstrike.com/blog/meet-crowdstrikes-adversary
    ask T1486
    size 0.340939 133.08 0.0264 207.557
    tell T1490/1.1181/0.273711/0.3023/0.0519
    tell T1489/0.860134/0.21304/0.2284/0.0377
    tell T1657/0.370274/0.121422/0.1347/0.0264
    tell T1491.001/0.368157/0.101223/0.1240/0.0133
    tell T1083/0.335233/0.285843/0.3105/0.2408
    rank T1083/0.285843 T1490/0.273711 T1489/0.21304 T1059.003/0.205583 T1057/0.19939
    base 0.0176948
    term 0.0237669 1.0000 0.9633 3 unit42.paloaltonetworks.com/threat-assessment-ek
    term 0.0160686 1.0000 0.9083 4 kroll.com/en/insights/publications/cyber/royal-r
    ask T1047,T1011
    size 0.301561 135.791 0.1085 304.459
    tell T1059.001/0.784826/0.396933/0.4441/0.1909
    tell T1059.003/0.336801/0.292276/0.3148/0.2510
    tell T1082/0.335032/0.309238/0.3328/0.2839
    tell T1053.005/0.280313/0.200766/0.2104/0.1381
    tell T1490/0.260207/0.127146/0.1345/0.0519
    rank T1059.001/0.396933 T1082/0.309238 T1059.003/0.292276 T1105/0.288983 T1071.001/0.236041
    base 0.0575583
    term 0.0241892 0.2161 0.8299 6 crowdstrike.com/blog/deep-thought-chinese-target
    term 0.0217672 0.2161 0.7737 5 group-ib.com/whitepapers/ransomware-uncovered.ht
    ask T1003.001,T1021.002,T1047,T1059.001,T1569.002
    size 0.0860838 79.4754 0.0366 287.723
    tell T1486/0.869478/0.297689/0.2992/0.0888
    tell T1210/0.769058/0.169654/0.1792/0.0218
    tell T1021.001/0.747137/0.212669/0.2077/0.0462
    tell T1018/0.706989/0.238516/0.2518/0.0672
    tell T1078.003/0.597878/0.130314/0.1322/0.0128
    rank T1059.003/0.331175 T1486/0.297689 T1105/0.247781 T1053.005/0.241226 T1018/0.238516
    base 0.00764158
    term 0.0723575 0.8707 0.8808 7 us-cert.gov/ncas/alerts/TA17-181A
    term 0.0352306 0.8707 0.8003 12 blog.talosintelligence.com/2017/06/worldwide-ran
    ask T1078,T1098.003
    size 0.304529 77.1864 0.0681 178.95
    tell T1133/1.92423/0.304897/0.3282/0.0315
    tell T1078.004/0.343882/0.0909754/0.0935/0.0094
    tell T1588.002/0.343666/0.183598/0.2055/0.0888
    tell T1213.002/0.287116/0.0750095/0.0830/0.0048
    tell T1199/0.245196/0.0770453/0.0839/0.0105
    rank T1133/0.304897 T1105/0.189019 T1588.002/0.183598 T1059.001/0.162208 T1083/0.150347
    base 0.00958671
    term 0.0534828 0.3398 0.9116 2 published-prd.lanyonevents.com/published/rsaus17
    term 0.0534828 0.3398 0.9116 2 www2.fireeye.com/WBNR-Are-you-ready-to-respond.h
    ask T1011
    size 0.999996 1762.01 0.0000 0
    tell T1105/0.345148/0.345149/0.3904/0.3452
    tell T1082/0.283889/0.28389/0.3092/0.2839
    tell T1071.001/0.282755/0.282756/0.3084/0.2828
    tell T1059.003/0.250991/0.250992/0.2720/0.2510
    tell T1083/0.240781/0.240782/0.2571/0.2408
    rank T1105/0.345149 T1082/0.28389 T1071.001/0.282756 T1059.003/0.250992 T1083/0.240782
    base 0.345149
    ask T1059.001,T1047,T1003.001,T1021.002,T1569.002,T1055,T1105,T1082,T1018,T1486
    size 0.0199172 173.437 0.0133 402.992
    tell T1021.001/0.731309/0.210302/0.2059/0.0462
    tell T1490/0.697036/0.214092/0.2088/0.0519
    tell T1059.003/0.627986/0.40265/0.4419/0.2510
    tell T1489/0.546268/0.16785/0.1768/0.0377
    tell T1135/0.522089/0.182474/0.1891/0.0508
    rank T1059.003/0.40265 T1016/0.222851 T1083/0.220359 T1490/0.214092 T1070.004/0.213837
    base 0.000920734
    term 0.0282323 0.6188 0.7359 10 medium.com/@DCSO_CyTec/apt41-the-spy-who-failed-
    term 0.0133098 0.6366 0.7065 22 go.group-ib.com/report-silence-en?_gl=1*d1bh3a*_
    """

  private static let industry = """
    ask T0846,T0886
    size 0.583328 48.5929 0.0751 78.2113
    tell T0858/0.480945/0.176774/0.1598/0.0523
    tell T0809/0.457835/0.199429/0.1598/0.0756
    tell T0859/0.286581/0.174815/0.1598/0.0988
    tell T0867/0.205654/0.138822/0.1458/0.0872
    tell T0843/0.191404/0.125627/0.1384/0.0756
    rank T0809/0.199429 T0858/0.176774 T0859/0.174815 T0867/0.138822 T0843/0.125627
    base 0.030523
    term 0.0971754 1.0000 0.9997 4 hub.dragos.com/hubfs/116-Whitepapers/Dragos_Cher
    term 0.0289075 1.0000 0.9994 14 media.defcon.org/DEF%20CON%2030/DEF%20CON%2030%2
    """

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `Enterprise 18.1 gives its reference queries`() async throws {
    let curves = try await compare(Self.enterprise, "enterprise-attack-18.1")
    #expect(curves.map(\.knots.count) == [38, 40, 39, 39])
  }

  @Test func `ICS 18.1 gives its reference query`() async throws {
    let curves = try await compare(Self.industry, "ics-attack-18.1")
    #expect(curves.map(\.knots.count) == [5, 5, 4, 4])
  }

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `Enterprise 18.1 has its profiles`() throws {
    let training = TrainingSet(try RealRelease.named("enterprise-attack-18.1"))
    let profiles = TechniqueProfiles(training, reports: Array(training.rows.indices))
    let steps = profiles.techniques.map { profile in
      profile.indices.map { Int(profile[$0] * 64) }
    }
    let powerShell = try #require(training.ids.firstIndex(of: "T1059.001"))
    #expect(
      steps[powerShell.number] == [
        4, -74, 26, -27, 13, 18, 58, -14, -36, -9, 15, 23, 75, 37, -18, 20,
      ])
    #expect(steps.joined().reduce(0, +) == -4414)
    #expect(steps.joined().reduce(0) { $0 + abs($1) } == 89746)
  }

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `an interval is of what the reports are worth before the doubt`() throws {
    let training = TrainingSet(try RealRelease.named("enterprise-attack-18.1"))
    let vote = VoteModel(training).infer([try #require(training.ids.firstIndex(of: "T1047"))])
    #expect(vote.effectiveSize.agrees(with: 81.5022))
    #expect(vote.interval(around: 0.4) == WilsonInterval(12, of: 30))
  }

  @Test func `Enterprise 18.1 falls into its campaign clusters and folds`() throws {
    let training = TrainingSet(try RealRelease.named("enterprise-attack-18.1"))
    #expect(Set(training.clusters).count == 1_375)
    let folds = EvaluationSplit.folds(training).map(\.testing.keys.count)
    #expect(folds == [347, 349, 343, 372, 351])
  }

  @Test func `ICS 18.1 falls into its campaign clusters and folds`() throws {
    let training = TrainingSet(try RealRelease.named("ics-attack-18.1"))
    #expect(Set(training.clusters).count == 76)
    let folds = EvaluationSplit.folds(training).map(\.testing.keys.count)
    #expect(folds == [10, 26, 24, 14, 11])
  }

  /// - Returns: the calibration curves.
  private func compare(_ figures: String, _ release: String) async throws -> [CalibrationCurve] {
    let model = VoteModel(TrainingSet(try RealRelease.named(release)))
    let calibration = await Calibration(model)
    var answer = ReferenceAnswer("", model, calibration)
    for line in figures.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words[0] == "ask" {
        answer = ReferenceAnswer(words[1], model, calibration)
      } else {
        try answer.expect(words)
      }
    }
    return calibration.curves
  }
}
