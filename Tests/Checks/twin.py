"""The answers of `infer` by the twin of the inference, learnt from a site's own files, for the checks of the explorer."""
import csv
import json
import math
from pathlib import Path

from inference2 import Model, Reports, shown


class Twin:
    """Learns from a site's data/reports.csv and data/techniques.csv; curves are those that the site ships."""

    def __init__(self, site):
        with open(site / "data/techniques.csv", newline="") as file:
            self.ids = [row["id"] for row in csv.DictReader(file)]
        with open(site / "data/reports.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        self.reports = [row["id"] for row in rows]
        column = {technique: number for number, technique in enumerate(self.ids)}
        cited = [sorted(column[technique] for technique in row["techniques"].split()) for row in rows]
        self.model = Model(Reports(self.ids, self.reports, cited, list(range(len(rows)))))
        script = next(Path(site, "assets").glob("explore-data.*.js")).read_text()
        curves = json.loads(script[script.index("=") + 1:script.rindex(";")])["curves"]
        self.curves = [list(zip(knots[::2], knots[1::2])) for knots in curves]

    def answer(self, evidence, order, absent=()):
        """[(technique, {field: value})] outside of the evidence and of what was not found, in an order; `shares`:
        {report: share}."""
        columns = sorted(self.ids.index(technique) for technique in set(evidence))
        said = self.model.ask(columns)
        chances = shown(self.curves, said)
        matrix = self.model.matrix
        together = matrix[matrix[:, columns].sum(axis=1) == len(columns)].sum(axis=0)
        scores = said.telling() if order == "telling" else said.raw
        answer = []
        for j in said.order(scores):
            if self.ids[j] in absent:
                continue
            low, high = wilson(chances[j], said.interval_base())
            answer.append((self.ids[j], {
                "raw": said.raw[j], "probability": chances[j], "low": low, "high": high, "usual": said.base[j],
                "times": chances[j] / said.base[j], "score": scores[j], "together": int(together[j]),
                "base_term": said.rest * said.base[j],
                "shares": {self.reports[r]: said.shares[r] for r in matrix[:, j].nonzero()[0] if said.shares[r] > 0}}))
        return answer


def wilson(share, n, z=1.959963984540054):
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (0 if share == 0 else max(0, centre - reach)), min(1, centre + reach)
