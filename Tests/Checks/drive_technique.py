"""drive_technique.py ROOT: the list of a technique's page in its orders, by tactic and since a year, on the demo site."""
import csv
import re
from collections import Counter

from driver import Skipped, check, drive

ONE = "T1047"
PAGE = f"techniques/{ONE}.html"
LISTED = ".s-next ol.next > li:visible"


def rows(visit, name):
    with open(visit.root / "data" / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def ids(tab):
    return tab.locator(f"{LISTED} .nm i").all_inner_texts()


def suggested(visit, own=ONE):
    return [row["suggested"] for row in rows(visit, "suggestions.csv")
            if row["technique"] == own and row["common"] == "false"]


def partners(visit, own=ONE):
    """{technique of another family: reports with both}."""
    both = {}
    for row in rows(visit, "cooccurrence.csv"):
        pair = [row["technique_a"], row["technique_b"]]
        if own in pair and pair[0][:5] != pair[1][:5]:
            both[pair[pair[0] == own]] = int(row["together"])
    return both


def reports(visit, own=ONE, since=0):
    """The techniques of each report that cites one, from a year on."""
    return [row["techniques"].split() for row in rows(visit, "reports.csv")
            if own in row["techniques"].split() and int(row["published"][:4] or 0) >= since]


def settled(visit, condition):
    """The list, once `condition` of JavaScript holds."""
    visit.wait(condition)
    return visit.tab


@check
def the_list_is_that_of_the_file(visit):
    tab = visit.open(PAGE)
    assert ids(tab) == suggested(visit), ids(tab)
    ranks = tab.locator(f"{LISTED} .rk").all_inner_texts()
    assert ranks == [str(rank + 1) for rank in range(len(ranks))]


@check
def seen_most_often_is_one_click_and_one_step_back(visit):
    tab = visit.open(PAGE)
    first = ids(tab)
    tab.click(".orders a:has-text('Seen most often')")
    settled(visit, "location.hash === '#next&order=often'")
    both = partners(visit)
    counts = [both[technique] for technique in ids(tab)]
    assert counts == sorted(both.values(), reverse=True)[:len(counts)], counts
    assert tab.locator(".orders [aria-current]").all_inner_texts() == ["Seen most often"]
    with visit.turning():
        tab.go_back()
    settled(visit, "!document.querySelector('.orders [aria-current]').textContent.includes('often')")
    assert ids(tab) == first
    tab = visit.open(PAGE + "#next&order=often")
    assert [both[technique] for technique in ids(tab)] == counts, "the address forgets the order"


@check
def by_tactic_every_row_stands_in_one_group(visit):
    tab = visit.open(PAGE)
    first = ids(tab)
    tab.click(".orders a:has-text('By tactic')")
    settled(visit, "document.querySelectorAll('.groups > h3').length > 0")
    names = tab.locator(".groups > h3").all_inner_texts()
    assert set(names) <= {"Usually before it", "Beside it", "Usually after it"}, names
    assert sorted(ids(tab)) == sorted(first)
    tab.click(".orders a:has-text('By tactic')")
    settled(visit, "document.querySelectorAll('.groups > h3').length === 0")
    assert ids(tab) == first


@check
def since_a_year_the_counts_are_those_of_its_reports(visit):
    tab = visit.open(PAGE)
    years = tab.locator(".orders option").evaluate_all("all => all.map(option => +option.value).filter(Boolean)")
    if not years:
        raise Skipped("its reports are of one year")
    for year in {years[0], years[len(years) // 2], years[-1]}:
        tab.select_option(".orders select", str(year))
        settled(visit, f"document.querySelector('.s-next .note').textContent.includes('since {year}')")
        assert visit.here() == f"{PAGE}#next&since={year}"
        recent = reports(visit, since=year)
        counts = Counter(technique for row in recent for technique in row if technique[:5] != ONE[:5])
        expected = [f"{count} of {len(recent)} report" + "s" * (len(recent) != 1)
                    for _, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:10]]
        told = [text.split(":\n")[-1].split(": ")[-1] for text in tab.locator(f"{LISTED} summary").all_inner_texts()]
        assert told == expected, f"{year}: {told}, expected {expected}"
        assert tab.locator(f"{LISTED} .x").count() == 0, "times expected are of all years"
        if len(recent) < 5:
            assert "cases" in tab.inner_text(".s-next .note")
    tab.click(".orders a:has-text('Most telling')")
    settled(visit, "document.querySelector('.s-next .note').textContent === ''")
    assert ids(tab) == suggested(visit)


@check
def what_is_common_opens_into_reports_by_title(visit):
    tab = visit.open(PAGE)
    if not tab.locator(".common").count():
        raise Skipped("nothing with it is common in any intrusion")
    tab.click(".common > summary")
    row = tab.locator(".common .next > li").first
    assert re.search(r"\d %", row.inner_text()) and "× expected" in row.inner_text()
    row.locator("summary").click()
    row.locator(".ev li").first.wait_for()
    title = row.locator(".ev li a").first
    assert title.get_attribute("href").startswith("../reports/") and len(title.inner_text()) > 3
    name = title.inner_text()
    title.click()
    assert name in tab.inner_text("h1")


@check(java_script_enabled=False)
def without_a_script_seen_most_often_leads_to_the_table(visit):
    tab = visit.open(PAGE)
    assert ids(tab) == suggested(visit)
    tab.click(".orders a")
    assert visit.here() == PAGE + "#all"


@check
def an_uncited_technique_says_whose_list_it_shows(visit):
    counts = {row["id"]: int(row["reports"]) for row in rows(visit, "techniques.csv")}
    lists = {row["technique"] for row in rows(visit, "suggestions.csv")}
    found = 0
    for own in (technique for technique, count in counts.items() if count == 0):
        tab = visit.open(f"techniques/{own}.html")
        family = {other: count for other, count in counts.items() if other[:5] == own[:5] and count}
        most = min(family, key=lambda other: (-family[other], other), default=None)
        if most not in lists:
            assert "No report cites it" in tab.inner_text(".s-next")
            continue
        found += 1
        assert ids(tab) == suggested(visit, most), own
        assert tab.locator(f".s-next > p a[href='{most}.html']").count() == 1, f"{own} does not name {most}"
    if not found:
        raise Skipped("no uncited technique has a cited one in its family")


if __name__ == "__main__":
    drive(__doc__)
