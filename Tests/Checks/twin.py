"""The inference of `infer`, written out once more from its definition, for the checks of the explorer."""
import csv
import json
import math
from pathlib import Path


class Twin:
    """Learns from a site's data/reports.csv and data/techniques.csv; curves are those that the site ships."""

    def __init__(self, site):
        with open(site / "data/techniques.csv", newline="") as file:
            self.ids = [row["id"] for row in csv.DictReader(file)]
        with open(site / "data/reports.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        self.reports = [row["id"] for row in rows]
        self.rows = [row["techniques"].split() for row in rows]
        self.sets = [frozenset(row) for row in self.rows]
        self.kin = [{t[:5] for t in row} for row in self.rows]
        counts = dict.fromkeys(self.ids, 0)
        for row in self.rows:
            for technique in row:
                counts[technique] += 1
        self.rate = {t: (n + 0.5) / (len(rows) + 1) for t, n in counts.items()}
        script = next(Path(site, "assets").glob("explore-data.*.js")).read_text()
        self.curves = json.loads(script[script.index("=") + 1:script.rindex(";")])["curves"]

    def weights(self, evidence):
        information = [-math.log(self.rate[t]) for t in evidence]
        for held, kin, row in zip(self.sets, self.kin, self.rows):
            parts = [1 if t in held else 0.2 if t[:5] in kin else 0 for t in evidence]
            overlap = sum(i * p for i, p in zip(information, parts)) / sum(information)
            yield overlap ** 3 / len(row)

    def shown(self, raw, size):
        knots = self.curves[sum(least <= size for least in (1, 2, 3, 5)) - 1]
        points = list(zip(knots[::2], knots[1::2]))
        if not points:
            return raw
        for (x, y), (next_x, next_y) in zip(points, points[1:]):
            if x <= raw < next_x:
                return y + (next_y - y) * (raw - x) / (next_x - x)
        return points[-1][1]

    def answer(self, evidence):
        """{technique: (raw, probability, low, high, together, {report: term})} outside of the evidence."""
        evidence = sorted(set(evidence))
        weights = list(self.weights(evidence))
        smoothing = 0.1 / len(evidence) ** 2
        total = sum(weights) + smoothing
        effective = total ** 2 / (sum(w * w for w in weights) + smoothing ** 2 / len(weights))
        base = min(effective, 30 / len(evidence))
        cited = dict.fromkeys(self.ids, 0.0)
        together = dict.fromkeys(self.ids, 0)
        terms = {technique: {} for technique in self.ids}
        for report, (row, held, weight) in enumerate(zip(self.rows, self.sets, weights)):
            holds_all = held.issuperset(evidence)
            for technique in row if weight > 0 else ():  # without weight it holds nothing
                together[technique] += holds_all
                cited[technique] += weight
                terms[technique][self.reports[report]] = weight / total
        answer = {}
        for technique in set(self.ids) - set(evidence):
            raw = (cited[technique] + smoothing * self.rate[technique]) / total
            shown = self.shown(raw, len(evidence))
            answer[technique] = (raw, shown, *wilson(shown, base), together[technique], terms[technique])
        return answer


def wilson(share, n, z=1.959963984540054):
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (0 if share == 0 else max(0, centre - reach)), min(1, centre + reach)
