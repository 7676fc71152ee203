// swift-tools-version: 6.2

import PackageDescription

/// What every target is held to.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// The folders read in the direction of the data; a target sees only what came before it.
let package = Package(
  name: "attack-relations",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "attack-relations", targets: ["attack-relations"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]
    ),
    .target(name: "CExchange"),
    .target(name: "Attack", swiftSettings: strict),
    .target(name: "Corpora", dependencies: ["Attack"], swiftSettings: strict),
    .target(name: "Measures", dependencies: ["Attack", "Corpora"], swiftSettings: strict),
    .target(
      name: "Pages", dependencies: ["Attack", "Corpora", "Measures"], swiftSettings: strict),
    .target(
      name: "Website",
      dependencies: [
        "Attack", "Corpora", "Measures", "Pages", "CCmarkGFM", "CExchange",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "attack-relations",
      dependencies: [
        "Attack", "Corpora", "Measures", "Pages", "Website", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Attack"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "AttackTests", dependencies: ["Attack", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CorporaTests", dependencies: ["Attack", "Corpora", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MeasuresTests", dependencies: ["Attack", "Corpora", "Measures", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PagesTests", dependencies: ["Attack", "Corpora", "Measures", "Pages", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WebsiteTests", dependencies: ["Attack", "Pages", "Website", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "attack-relations", "Corpora", "Website",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
  ]
)
