"""drive_compare.py ROOT: the comparison of two techniques gives the numbers of the files, on the demo site."""
import math

from driver import check, drive
from tables import rows

ONE, OTHER = "T1047", "T1059.001"
AS_WRITTEN = 1e-8  # how close numbers come to those of cooccurrence.csv, which has nine digits


def ready(visit, hash):
    tab = visit.open("compare.html#" + hash)
    visit.wait("document.getElementById('comparison') && document.getElementById('comparison').innerText")
    return tab


def compared(visit, one, other):
    """Goes on once the page compares these two."""
    visit.wait(f"document.title.startsWith('{one} and {other}')")


@check
def every_pair_has_the_numbers_of_the_file(visit):
    tab = ready(visit, f"{ONE},{OTHER}")
    found = tab.evaluate("""() => {
        const api = attackRelations, corpus = api.corpus(attackRelationsReports);
        const model = api.pairModel(attackRelationsPairModel, corpus), pairs = {};
        corpus.techniques.forEach((one, a) => corpus.techniques.forEach((other, b) => {
            if (one.id < other.id) {
                const pair = api.pair(corpus, model, a, b);
                if (pair.together) pairs[one.id + ' ' + other.id] = [pair.together, pair.expected, pair.ratio, pair.lower, pair.p, pair.q];
            }
        }));
        return pairs;
    }""")
    wanted = {f"{row['technique_a']} {row['technique_b']}": [
        float(row[name]) for name in ["together", "expected", "ratio", "lower", "p_value", "q_value"]
    ] for row in rows(visit.root / "data/cooccurrence.csv")}
    assert found.keys() == wanted.keys(), len(found.keys() ^ wanted.keys())
    apart = [(pair, found[pair], wanted[pair]) for pair in wanted
             if not all(math.isclose(a, b, rel_tol=AS_WRITTEN) for a, b in zip(found[pair], wanted[pair]))]
    assert not apart, f"{len(apart)} of {len(wanted)}: {apart[:1]}"


@check
def the_two_are_told_with_their_bases_and_shared_reports(visit):
    tab = ready(visit, f"{ONE},{OTHER}")
    reports = {row["id"]: row["techniques"].split() for row in rows(visit.root / "data/reports.csv")}
    both = [name for name, cited in reports.items() if ONE in cited and OTHER in cited]
    bases = [sum(name in cited for cited in reports.values()) for name in (ONE, OTHER)]
    cells = tab.locator(".t-two tbody tr").first.locator("td").all_inner_texts()
    for cell, base in zip(cells, bases):
        assert f"{len(both)} of {base} reports" in cell and f"{100 * len(both) / base:.1f} %" in cell, cell
    assert tab.locator(".s-reports li a").count() == len(both)
    links = tab.locator(".s-reports li a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert sorted(links) == sorted(f"reports/{name}.html" for name in both)
    dates = tab.locator(".s-reports li > span:first-child").evaluate_all("all => all.map(s => s.textContent)")
    known = [date for date in dates if date != "no date"]
    assert known == sorted(known, reverse=True)
    assert f"{len(both)} reports cite both" in visit.live()


@check
def the_ways_to_write_a_pair_lead_to_the_same(visit):
    tab = ready(visit, f"{ONE},T1059.003")
    first = tab.inner_text("#comparison")
    tab.evaluate(f"location.hash = '{ONE},{OTHER}'")
    compared(visit, ONE, OTHER)
    told = tab.inner_text("#comparison")
    fields = tab.locator(".s-pair input")
    assert told != first and [fields.nth(0).input_value(), fields.nth(1).input_value()] == [ONE, OTHER]
    tab.evaluate(f"location.hash = '{ONE},T1059.003'")
    compared(visit, ONE, "T1059.003")
    tab.evaluate("location.hash = 'T1047,T1086'")  # retired, now T1059.001
    compared(visit, ONE, OTHER)
    assert tab.inner_text("#comparison") == told
    fields.nth(1).fill("t1059/003")
    fields.nth(1).press("Enter")
    compared(visit, ONE, "T1059.003")
    assert visit.here().endswith("#T1047,T1059.003") and tab.inner_text("#comparison") != told
    fields.nth(1).fill("t1059.1")
    fields.nth(1).press("Tab")
    compared(visit, ONE, OTHER)
    assert visit.here().endswith(f"#{ONE},{OTHER}")
    fields.nth(0).fill("T1105, T1059.003")
    fields.nth(0).press("Enter")
    compared(visit, "T1105", "T1059.003")
    assert visit.here().endswith("#T1105,T1059.003")
    tab.evaluate("location.hash = 'T9999,T1047'")
    visit.wait("document.getElementById('comparison').innerText.includes('no T9999')")
    assert [fields.nth(0).input_value(), fields.nth(1).input_value()] == ["T9999", ONE]
    tab.evaluate("location.hash = ''")
    visit.wait("document.getElementById('comparison').innerText.includes('Choose two')")


@check
def the_evidence_of_a_pair_leads_there(visit):
    tab = visit.open(f"techniques/{ONE}.html")
    tab.locator(".next summary").first.click()
    link = tab.locator(".next details[open] .more a", has_text="Compare")
    link.click()
    tab.wait_for_url(lambda url: f"compare.html#{ONE}," in url)
    tab.locator(".t-two").wait_for()


@check(java_script_enabled=False)
def without_a_script_the_page_says_what_it_needs(visit):
    tab = visit.open("compare.html")
    assert "JavaScript" in tab.inner_text("main")
    tab.click("main section a[href='techniques/index.html']")
    tab.wait_for_url(visit.url("techniques/index.html"))


@check
def how_many_times_the_expected_leads_from_a_technique_to_its_pair(visit):
    tab = visit.open(f"techniques/{ONE}.html")
    line = tab.locator(".next > li").first
    other = line.locator(".nm i").inner_text()
    link = line.locator(".x a")
    assert link.get_attribute("aria-label") == f"{link.text_content()}: compare {ONE} with {other}"
    link.click()
    compared(visit, ONE, other)


@check
def two_names_chosen_from_the_list_are_a_pair(visit):
    tab = visit.open("compare.html")
    fields = tab.locator(".s-pair input")
    fields.nth(0).click()
    fields.nth(0).press_sequentially("windows management")
    tab.locator("[role=option]:visible").first.wait_for()
    tab.keyboard.press("Enter")
    visit.wait("document.activeElement === document.querySelectorAll('.s-pair input')[1]")
    visit.wait("document.getElementById('comparison').innerText.includes('other technique')")
    tab.keyboard.type("powershell")
    tab.locator("[role=option]:visible").first.click()
    compared(visit, ONE, OTHER)
    assert visit.here().endswith(f"#{ONE},{OTHER}")


if __name__ == "__main__":
    drive(__doc__)
