package import Text

/// The values for the template of each kind of page, by the template's name.
package enum PageContents {
  package static let types: [String: any TemplateContents.Type] = [
    "404": NoContents.self, "actor": ActorMaker.Contents.self,
    "changes": ChangesMaker.Contents.self, "cluster": ClusterMaker.Contents.self,
    "clusters": ClusterIndexMaker.Contents.self, "compare": NoContents.self,
    "data": DataIndexMaker.Contents.self, "evaluation": EvaluationMaker.Contents.self,
    "evidence": EvidenceMaker.Contents.self,
    "explore": ExploreMaker.Contents.self, "flow": FlowMaker.Contents.self,
    "gaps": GapsMaker.Contents.self,
    "home": HomeMaker.Contents.self,
    "index": IndexPage.Contents.self, "logs": SourcesMaker.Contents.self,
    "map": TechniqueMapMaker.Contents.self, "method": MethodMaker.Contents.self,
    "needs": NeedsMaker.Contents.self, "order": OrderMaker.Contents.self,
    "page": TeamPageMaker.Contents.self, "pages": TeamPageMaker.ListContents.self,
    "report": ReportMaker.Contents.self, "retired": RetiredMaker.Contents.self,
    "search": SearchMaker.Contents.self, "sets": SetSourceMaker.Contents.self,
    "subset": SubsetMaker.Contents.self,
    "subset-all": SubsetAllMaker.Contents.self, "tactic": TacticMaker.Contents.self,
    "technique": TechniqueMaker.Contents.self,
    "technique-all": TechniqueAllMaker.Contents.self, "words": NoContents.self,
  ]
}
