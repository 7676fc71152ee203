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

/// What the command line is made of.
let command: [Target.Dependency] = [
  "Text", "Attack", "Corpora", "Measures", "Pages", "Records", "Website", "Storage", "Yams",
  .product(name: "ArgumentParser", package: "swift-argument-parser"),
  .product(name: "FlyingSocks", package: "FlyingFox"),
]

/// The command line; `.ci/fuzz` compiles all but its start, for a program that hands bytes to its readers.
let programs: [Target] =
  Context.environment["FUZZED"] == nil
  ? [.executableTarget(name: "attack-relations", dependencies: command, swiftSettings: strict)]
  : [
    .target(
      name: "attack-relations", dependencies: command, exclude: ["AttackRelations.swift"],
      swiftSettings: strict),
    .executableTarget(
      name: "fuzz", dependencies: ["attack-relations"] + command, path: "Tests/Fuzz",
      exclude: ["seeds", "words.dict"],
      swiftSettings: strict, linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ]

// The folders read in the direction of the data; a target sees only what came before it.
let package = Package(
  name: "attack-relations",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CExchange"),
    .target(name: "CSHA256"),
    .target(name: "CShipped"),
    .target(name: "Text", dependencies: ["CSHA256"], swiftSettings: strict),
    .target(name: "Attack", dependencies: ["Text"], swiftSettings: strict),
    .target(name: "Corpora", dependencies: ["Text", "Attack", "Yams"], swiftSettings: strict),
    .target(name: "Measures", dependencies: ["Text", "Attack", "Corpora"], swiftSettings: strict),
    .target(
      name: "Pages", dependencies: ["Text", "Attack", "Corpora", "Measures"],
      swiftSettings: strict),
    .target(
      name: "Records", dependencies: ["Text", "Attack", "Corpora", "Measures", "Pages"],
      swiftSettings: strict),
    .target(
      name: "Website",
      dependencies: [
        "Text", "Attack", "Corpora", "Measures", "Pages", "Records", "CCmarkGFM",
      ],
      swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: ["Text", "Pages", "Website", "CExchange", "CShipped", "CZlib"],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["Text", "Attack", "Corpora", "Measures", "Pages", "Records"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: strict),
    .testTarget(
      name: "AttackTests", dependencies: ["Text", "Attack", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CorporaTests", dependencies: ["Text", "Attack", "Corpora", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MeasuresTests",
      dependencies: ["Text", "Attack", "Corpora", "Measures", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PagesTests",
      dependencies: ["Text", "Attack", "Corpora", "Measures", "Pages", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Text", "Attack", "Corpora", "Measures", "Pages", "Records", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WebsiteTests",
      dependencies: ["Text", "Attack", "Corpora", "Pages", "Records", "Website", "CCmarkGFM"],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests", dependencies: ["Text", "Website", "Storage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "attack-relations", "Text", "Corpora", "Website", "Storage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
  ] + programs
)
