"""drive_steps.py ROOT: order and purpose in the explorer, its plan and the comparison, on a site that knows of steps.

Parts and chains are those of a twin that lists every path (intrusion.py).
"""
import csv
import io
import random

from driver import Skipped, check, drive
from intrusion import Intrusions

SETS = 60
GROUPS = {"May have come before": "before", "Beside it": "beside", "May come next": "after"}
UNKNOWN = """document.addEventListener("readystatechange", () => {
  document.documentElement.removeAttribute("data-steps");
  document.querySelector("#order option[value=intrusion]")?.remove();
}, { once: true })"""
ANSWERS = """async ([sets, data]) => {
  const corpus = attackRelations.corpus(await attackRelations.load("explore-data", "attackRelationsReports"));
  const book = data ? attackRelations.steps(data) : await attackRelations.loadSteps(), id = index => corpus.techniques[index].id;
  return sets.map(set => {
    const seen = set.map(id => corpus.indexes.get(id));
    const others = corpus.techniques.map((_, index) => index).filter(index => !seen.includes(index));
    return {
      parts: Object.fromEntries(others.map(index => [id(index), attackRelations.part(book, corpus, index, seen)])
        .map(([id, { part, basis }]) => [id, [part, basis]])),
      chains: attackRelations.chains(book, corpus, seen).chains.map(({ direction, path, score }) => [direction, path.map(id), score])
    };
  });
}"""


def known(visit):
    """What the site knows of steps, and what may be seen with the most of them."""
    intrusions = Intrusions(visit.root)
    if not intrusions.is_there:
        raise Skipped("the site knows of no steps")
    counts = {}
    for before, after in intrusions.steps:
        for technique in (before, after):
            counts[technique] = counts.get(technique, 0) + 1
    return intrusions, sorted(counts, key=lambda technique: (-counts[technique], technique))


def explorer(visit, seen, options=""):
    tab = visit.open("explore.html#" + ",".join(seen) + options)
    visit.drawn()
    return tab


def drawn_chains(visit):
    visit.wait("document.querySelectorAll('#chains h3').length === 2")


def agree(tab, intrusions, sets, data=None):
    """The page's parts and chains of each set, from the site's steps or from others, are the twin's."""
    for seen, answer in zip(sets, tab.evaluate(ANSWERS, [sets, data])):
        for technique, found in answer["parts"].items():
            assert tuple(found) == intrusions.part(technique, seen), (seen, technique, found)
        wanted = intrusions.chains(seen)
        assert [chain[:2] for chain in answer["chains"]] == [[direction, path] for direction, path, _ in wanted], seen
        assert all(chain[2] == score for chain, (_, _, score) in zip(answer["chains"], wanted)), seen


@check
def parts_and_chains_are_those_of_a_listing_of_every_path(visit):
    intrusions, common = known(visit)
    stream = random.Random(22)
    sets = [stream.sample(intrusions.ids if number % 3 == 0 else common[:80], 1 + number % 5) for number in range(SETS)]
    agree(explorer(visit, sets[0]), intrusions, sets)


def seeded(stream, count, techniques):
    """Steps of every kind, many of them on failed branches only, between the first so many techniques."""
    steps = []
    for before, after in sorted({tuple(stream.sample(range(techniques), 2)) for _ in range(count)}):
        drawn, run, of = stream.randrange(4), stream.randrange(3), stream.randrange(1, 4)
        facts = [[0, stream.randrange(1, of + 1), of, of, of, 0]] if stream.random() < 0.4 else []
        counts = [drawn, stream.randrange(drawn + 1), run]
        steps.append([before, after, [], counts, facts, max((fact[1] for fact in facts), default=0), stream.randrange(2)])
    return {"orders": [], "facts": ["a fact"], "steps": steps}


@check
def parts_and_chains_of_seeded_steps_are_those_too(visit):
    intrusions, _ = known(visit)
    stream = random.Random(60)
    for count, techniques in ((80, 40), (200, 150), (600, 300)):
        techniques = min(techniques, len(intrusions.ids))
        intrusions.take(seeded(stream, count, techniques))
        sets = [stream.sample(intrusions.ids[:techniques], 1 + number % 5) for number in range(12)]
        agree(explorer(visit, sets[0]), intrusions, sets, intrusions.data)


@check
def the_order_of_an_intrusion_has_three_parts_and_stays_in_the_address(visit):
    intrusions, common = known(visit)
    seen = common[:3]
    tab = explorer(visit, seen)
    before = tab.locator("#results > li").count()
    with visit.drawing():
        tab.select_option("#order", "intrusion")
    for _ in range(2):
        rows = tab.evaluate("""() => [...document.querySelectorAll("#results > li")].map(row =>
            [row.dataset.technique, row.querySelector("h3")?.firstChild.textContent.trim(), row.querySelector(".why")?.textContent])""")
        assert [head for _, head, _ in rows if head] == list(GROUPS), rows
        group = None
        for technique, head, why in rows:
            group = GROUPS[head] if head else group
            assert head or intrusions.part(technique, seen)[0] == group, (technique, group)
            assert head or why, technique
            assert head or (group == "beside") == (intrusions.part(technique, seen)[1] is None)
        assert "&order=intrusion" in visit.here()
        tab.reload()
        visit.drawn()
    shown = tab.locator("#results > li[data-technique]").count()
    tab.focus("#more")
    with visit.drawing():
        tab.keyboard.press("Enter")
    assert tab.locator("#results > li[data-technique]").count() > shown
    visit.wait("document.activeElement.closest('#results li')")
    with visit.drawing():
        tab.select_option("#order", "telling")
    assert tab.locator("#results > .part").count() == 0 and tab.locator("#results > li").count() >= before


@check
def what_is_taken_off_in_a_part_hands_on_the_focus(visit):
    _, common = known(visit)
    tab = explorer(visit, common[:2], "&order=intrusion")
    rows = tab.locator("#results > li[data-technique]").evaluate_all("all => all.map(row => row.dataset.technique)")
    tab.focus(f"[data-miss='{rows[1]}']")
    with visit.drawing():
        tab.keyboard.press("Enter")
    visit.wait("document.activeElement.dataset.miss")
    left = tab.locator("#results > li[data-technique]").evaluate_all("all => all.map(row => row.dataset.technique)")
    assert rows[1] not in left and tab.evaluate("document.activeElement.dataset.miss") == left[1]


@check
def why_this_one_tells_which_of_the_three_hold_with_their_sources(visit):
    intrusions, common = known(visit)
    seen = common[:3]
    tab = explorer(visit, seen, "&order=intrusion")
    row = tab.locator("#results > li[data-technique]").first
    technique = row.get_attribute("data-technique")
    row.locator("summary").first.focus()
    tab.keyboard.press("Enter")
    block = row.locator(".three")
    block.wait_for()
    assert block.locator("dt").all_inner_texts() == ["Order", "Needs", "Reports"]
    links = block.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all((visit.root / link.split("#")[0]).is_file() for link in links), links
    steps = [intrusions.steps[pair] for other in seen for pair in ((technique, other), (other, technique))
             if pair in intrusions.steps]
    told = row.locator(".ev > .note").first.inner_text().split(":")[-1]
    assert ("order" in told) == any(step.drawn + step.run for step in steps), told
    assert ("needs" in told) == any(step.procedures for step in steps), told
    assert block.inner_text().count(", which ") == sum(len(step.facts) for step in steps)


@check
def chains_are_drawn_with_their_sources_and_open_by_keyboard(visit):
    intrusions, common = known(visit)
    seen = common[:3]
    tab = explorer(visit, seen)
    drawn_chains(visit)
    wanted = intrusions.chains(seen)
    found = tab.locator("ol.chain").evaluate_all(
        "all => all.map(chain => [...chain.querySelectorAll('.box i')].map(id => id.textContent))")
    ordered = [path for way in ("back", "on") for direction, path, _ in wanted if direction == way]
    assert found == ordered and 0 < len(found) <= 5, (found, ordered)
    assert "not a probability" in tab.inner_text("#chains")
    assert tab.locator("ol.chain details").count() == sum(len(path) - 1 for path in ordered)
    summary = tab.locator("ol.chain summary").first
    assert summary.get_attribute("aria-label").endswith(f"for {ordered[0][0]} before {ordered[0][1]}")
    summary.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector("ol.chain details[open] p")
    assert "Reported together" in tab.locator("ol.chain details[open]").first.inner_text()


@check
def a_way_in_that_was_seen_is_told_and_needs_no_chain(visit):
    intrusions, _ = known(visit)
    entry = min(intrusions.tactic("Initial Access"))
    tab = explorer(visit, [entry])
    drawn_chains(visit)
    text = tab.inner_text("#chains")
    assert f"{entry} was seen and is itself a way in." in text and "No chain leads back" not in text
    with visit.drawing():
        tab.click("#clear")
    visit.wait("document.querySelector('.s-paths').hidden && document.querySelector(\"[href='#paths']\").closest('li').hidden")


@check
def the_hunt_plan_has_three_parts_and_its_csv_names_them(visit):
    intrusions, common = known(visit)
    seen = common[:3]
    tab = explorer(visit, seen)
    tab.click("#plan")
    tab.fill("#plan-length", "40")
    tab.locator("#plan-length").dispatch_event("change")
    visit.wait("document.getElementById('dialog-text').value.includes('40. [ ]')")
    text = tab.input_value("#dialog-text")
    titles = {"before": "## May have come before", "beside": "## Beside it", "after": "## May come next"}
    tab.select_option("#plan-format", "csv")
    visit.wait("document.getElementById('dialog-text').value.startsWith('rank,')")
    rows = list(csv.DictReader(io.StringIO(tab.input_value("#dialog-text"))))
    parts = [row["part"] for row in rows]
    assert parts == sorted(parts, key=list(titles).index) and len(rows) == 40
    assert parts == [intrusions.part(row["technique"], seen)[0] for row in rows]
    assert [title for title in titles.values() if title in text] == [titles[part] for part in titles if part in parts]
    assert text.count("   - Order: ") == sum(intrusions.part(row["technique"], seen)[1] is not None for row in rows)


@check
def the_comparison_tells_each_direction_of_order_and_needs(visit):
    intrusions, _ = known(visit)
    drawn = [step for step in intrusions.steps.values() if step.drawn]
    enabling = [step for step in intrusions.steps.values() if step.facts]
    for step in drawn[:1] + enabling[:1]:
        tab = visit.open(f"compare.html#{step.before},{step.after}")
        visit.wait(f"document.title.startsWith('{step.before} and {step.after}')")
        hold = tab.inner_text(".hold")
        back = intrusions.steps.get((step.after, step.before))
        assert ("order" in hold.split(".")[0]) == any(each.drawn + each.run for each in (step, back) if each), hold
        facts = tab.inner_text(".s-needs").count(", which ")
        assert facts == len(step.facts) + len(back.facts if back else []), (step, facts)
        links = tab.locator(".s-order a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert bool(links) == ("No flow puts the two" not in tab.inner_text(".s-order"))
        assert all((visit.root / link.split("#")[0]).is_file() for link in links), links


@check
def a_pair_of_which_nothing_is_known_says_so(visit):
    intrusions, _ = known(visit)
    one, other = next((one, other) for one in intrusions.ids for other in intrusions.ids
                      if one != other and not {(one, other), (other, one)} & intrusions.steps.keys())
    tab = visit.open(f"compare.html#{one},{other}")
    visit.wait(f"document.title.startsWith('{one} and {other}')")
    assert "No flow puts the two in order. Few reports have been drawn as flows, so this tells you nothing." in tab.inner_text(".s-order")
    assert "No known procedure" in tab.inner_text(".s-needs")


@check
def a_site_without_steps_shows_and_loads_nothing_of_it(visit):
    visit.tab.add_init_script(UNKNOWN)
    asked = []
    visit.tab.on("request", lambda request: asked.append(request.url))
    tab = explorer(visit, ["T1059.001"], "&order=intrusion")
    assert tab.locator(".s-paths, .part, #order option[value=intrusion]").count() == 0
    assert tab.input_value("#order") == "telling"
    tab.locator("#results summary").first.click()
    tab.locator("#results .pts").wait_for()
    assert tab.locator(".three").count() == 0
    visit.open("compare.html#T1059.001,T1047")
    visit.wait("document.title.startsWith('T1059.001 and')")
    assert tab.locator(".hold, .s-order, .s-needs").count() == 0
    assert not [url for url in asked if "/assets/steps." in url]


if __name__ == "__main__":
    drive(__doc__)
