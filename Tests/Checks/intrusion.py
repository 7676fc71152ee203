"""The steps of an intrusion, read from a built site's own data anew: parts and chains, for the checks of its pages.

Chains are found by listing every path, and scores are exact fractions. A path is left only where its score is already below
that of five others, since a score never rises.
"""
import json
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

MOST_STEPS, MOST_CHAINS = 6, 5
TACTICS = {"back": "Initial Access", "on": "Impact"}


@dataclass
class Step:
    """`before` comes before `after`, with how many say so."""
    before: str
    after: str
    drawn: int
    run: int
    facts: list
    procedures: int
    firm: int

    @property
    def weight(self):
        return 1 - Fraction(1, 2 ** (self.drawn + self.run + self.procedures + self.firm))


class Intrusions:
    """What a site knows of steps; `is_there` tells whether it knows any."""

    def __init__(self, site):
        self.site = site
        self.is_there = any(site.glob("assets/steps.*.js"))

    def read(self, name):
        for path in self.site.glob(f"assets/{name}.*.js"):
            text = path.read_text()
            if text.startswith("window."):
                return json.loads(text[text.index("=") + 1:text.rindex(";")])

    @cached_property
    def corpus(self):
        return self.read("explore-data")

    @cached_property
    def ids(self):
        return self.corpus["ids"].split(" ")

    @cached_property
    def data(self):
        return self.read("steps")

    @cached_property
    def steps(self):
        found = {}
        for before, after, _, (drawn, failed, run), facts, procedures, firm in self.data["steps"]:
            pair = self.ids[before], self.ids[after]
            assert pair not in found and before != after, pair
            assert procedures == max((min(fact[1], fact[3]) for fact in facts), default=0), pair
            found[pair] = Step(*pair, drawn - failed, run, facts, procedures, firm)
        return found

    @cached_property
    def ways(self):
        """By technique the steps that lead on from it."""
        found = defaultdict(list)
        for step in self.steps.values():
            if step.drawn + step.run + step.procedures > 0:
                found[step.before].append(step)
        return found

    def take(self, data):
        """Other steps than the site's."""
        self.data = data
        for known in ("steps", "ways"):
            self.__dict__.pop(known, None)

    def tactic(self, name):
        places = {str(place) for place, tactic in enumerate(self.corpus["tactics"]) if tactic == name}
        own = [set(told.split(",")[1].split(" ")) for told in self.corpus["in"]]
        return {id for id, tactics in zip(self.ids, own) if {str(int(each, 36)) for each in tactics if each} & places}

    def part(self, technique, seen):
        """The part of an intrusion, and what decides it."""
        back = [self.steps[technique, other] for other in seen if (technique, other) in self.steps]
        on = [self.steps[other, technique] for other in seen if (other, technique) in self.steps]
        for basis, number in (("needs", lambda steps: int(any(step.facts for step in steps))),
                              ("drawn", lambda steps: sum(step.drawn for step in steps)),
                              ("run", lambda steps: sum(step.run for step in steps))):
            if number(back) != number(on):
                return ("before" if number(back) > number(on) else "after"), basis
        for place, alone in self.alone.items():
            if technique in alone and not alone & set(seen):
                return place, "tactic"
        return "beside", None

    @cached_property
    def alone(self):
        """The techniques that belong before, or after, by all their tactics."""
        names = [name.lower().replace(" ", "-") for name in self.corpus["tactics"]]
        own = {id: [names[int(each, 36)] for each in told.split(",")[1].split(" ") if each]
               for id, told in zip(self.ids, self.corpus["in"])}
        return {place: {id for id, tactics in own.items() if tactics and set(tactics) <= of}
                for place, of in {"before": {"reconnaissance", "resource-development", "initial-access"},
                                  "after": {"impact"}}.items()}

    def direction(self, starts, ends):
        """The best chains, as (minus the score, steps, ids)."""
        best = []

        def walk(path, score):
            if len(best) == MOST_CHAINS and -score > best[-1][0]:
                return
            if len(path) > 1 and path[-1] in ends:
                best.append((-score, len(path) - 1, path))
                best.sort()
                del best[MOST_CHAINS:]
            if len(path) <= MOST_STEPS:
                for step in self.ways[path[-1]]:
                    if step.after not in path:
                        walk([*path, step.after], score * step.weight)
        for start in sorted(starts):
            walk([start], Fraction(1))
        return best

    def chains(self, seen):
        """[(direction, ids, score)]."""
        entries, impacts = self.tactic(TACTICS["back"]), self.tactic(TACTICS["on"])
        found = {"back": self.direction(entries, set(seen) - entries), "on": self.direction(set(seen) - impacts, impacts)}
        named = sorted(((*chain, direction) for direction, all in found.items() for chain in all),
                       key=lambda chain: (chain[:3], chain[3] == "on"))
        best = named[:MOST_CHAINS]
        for direction, all in found.items():
            if all and not any(chain[3] == direction for chain in best):
                best[-1] = (*all[0], direction)
        return [(direction, path, float(-score)) for score, _, path, direction in best]
