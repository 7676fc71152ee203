"""drive_tables.py ROOT: sorting, filtering, saving and addressing the rows of tables, on the demo site."""
import csv
import io
import re

from driver import Skipped, check, drive

LONG = "techniques/index.html"  # more than 60 rows
CUT = "techniques/T1105.html"  # the partners of most reports, each with two shares
ALL = "techniques/T1105-all.html"  # every partner, every report


def rows(tab, name="all"):
    """The first cell of every row that can be seen, as text."""
    return [text.strip() for text in tab.evaluate("""name => {
        const table = document.getElementById(name + '-caption').closest('table');
        return [...table.tBodies[0].rows].filter(row => row.offsetHeight > 0 && row.className !== 'which')
            .map(row => row.querySelector('th').innerText);
    }""", name)]


def column(tab, place, name="all"):
    return tab.evaluate("""([name, place]) => {
        const table = document.getElementById(name + '-caption').closest('table');
        return [...table.tBodies[0].rows].map(row => row.cells[place].innerText.trim());
    }""", [name, place])


def head(tab, title):
    return tab.locator("thead button", has_text=title).first


def save(tab, name="all"):
    """The rows of the file that the button below a table saves."""
    region = tab.locator(f".tw[aria-labelledby={name}-caption] + .more")
    with tab.expect_download() as download:
        region.locator("button", has_text="CSV").click()
    with open(download.value.path(), encoding="utf-8", newline="") as file:
        text = file.read()
    assert "\r" not in text and text.endswith("\n")
    return download.value.suggested_filename, list(csv.reader(io.StringIO(text)))


@check
def sixty_rows_stand_until_the_reader_asks_for_all(visit):
    tab = visit.open(LONG)
    assert len(rows(tab)) == 60
    tab.click("text=/^Show all [0-9]+ rows$/")
    shown = len(rows(tab))
    assert shown > 60 and tab.locator("tbody tr").count() == shown
    assert tab.evaluate("document.activeElement.closest('tr').sectionRowIndex") == 60, "the focus is not on the next row"
    tab.reload()
    assert len(rows(tab)) == shown, "the address forgets that all are shown"


@check(java_script_enabled=False)
def all_rows_stand_without_a_script(visit):
    tab = visit.open(LONG)
    assert tab.locator("tbody tr").count() == tab.locator("tbody tr:visible").count() > 60
    assert tab.locator("main button:visible").count() == 0


@check
def a_column_sorts_both_ways_and_says_so(visit):
    tab = visit.open(LONG)
    for direction in ["descending", "ascending"]:
        head(tab, "Reports").click()
        numbers = [int(cell.replace(",", "")) for cell in column(tab, 2)]
        assert numbers == sorted(numbers, reverse=direction == "descending")
        assert visit.live() == f"Sorted by Reports, {direction}", visit.live()
        assert tab.locator("th[aria-sort]").count() == 1
    head(tab, "Technique").click()
    names = [name.lower() for name in column(tab, 0)]
    assert names == sorted(names) and tab.locator("th[aria-sort]").count() == 1


@check
def shares_sort_by_their_value_in_words_or_in_numbers(visit):
    tab = visit.open(CUT)
    head(tab, "Share of the other").click()

    def share(cell):
        part = re.match(r"(\d+) of (\d+)$", cell)
        return 100 * int(part[1]) / int(part[2]) if part else float(cell.split()[0].lstrip("<"))
    values = [share(cell) for cell in column(tab, 4)]
    assert values == sorted(values, reverse=True) and len(set(values)) > 3, values


@check
def filters_add_up_and_live_in_the_address(visit):
    tab = visit.open(LONG)
    before = visit.here()
    assert "#" not in before, "the address changes before the reader acts"
    tab.select_option(".tools label:has-text('Tactic') select", "Discovery")
    some = rows(tab)
    assert some and all("Discovery" in cell for cell, name in zip(column(tab, 1), column(tab, 0)) if name in some)
    most = max(int(cell) for cell, name in zip(column(tab, 2), column(tab, 0)) if name in some)
    tab.fill("input[aria-label^='At least']", str(most))
    fewer = rows(tab)
    assert 0 < len(fewer) < len(some) and set(fewer) < set(some)
    head(tab, "Technique").click()
    order = rows(tab)
    assert order == sorted(fewer) and visit.here().startswith(LONG + "#table=all")
    assert visit.live().startswith("Sorted"), visit.live()
    tab.reload()
    assert rows(tab) == order, "a reload shows other rows"
    assert tab.input_value("input[aria-label^='At least']") == str(most)
    assert f"{len(order)} of " in tab.inner_text(".res")
    tab.fill("input[aria-label^='Filter']", "no such row")
    assert rows(tab) == [] and visit.live().startswith("0 of ")


@check
def a_platform_filters_what_is_loaded_for_it(visit):
    tab = visit.open(LONG)
    assert not tab.evaluate("'attackRelationsReports' in window"), "the data loads before it is wanted"
    choice = tab.locator(".tools label:has-text('Platform') select")
    choice.focus()
    visit.wait("document.querySelectorAll('.tools select')[1].options.length > 2")
    choice.select_option("Containers")
    found = {name.split()[0] for name in rows(tab)}
    with open(visit.root / "data/techniques.csv", encoding="utf-8") as file:
        wanted = {row["id"] for row in csv.DictReader(file) if "Containers" in row["platforms"]}
    assert found == wanted and wanted, found ^ wanted
    tab.reload()
    visit.wait("document.querySelectorAll('.tools select')[1].value === 'Containers'")
    assert {name.split()[0] for name in rows(tab)} == wanted


def places(tab):
    """Where every label of a table's tools stands."""
    return tab.evaluate("[...document.querySelectorAll('.tools label')].map(label => {"
                        " const box = label.getBoundingClientRect(); return [box.left, box.top, box.width]; })")


def stand_still(visit):
    tab = visit.open("techniques/T1047.html")
    tab.locator(".tools").first.scroll_into_view_if_needed()
    before = places(tab)
    tab.locator(".tools").first.hover()
    visit.wait("document.querySelectorAll('.tools select')[0].options.length > 1"
               " && document.querySelectorAll('.tools select')[1].options.length > 1")
    assert places(tab) == before, (before, places(tab))


@check
def tools_stand_still_when_the_pointer_comes(visit):
    stand_still(visit)


@check(viewport={"width": 360, "height": 740})
def tools_stand_still_on_a_phone(visit):
    stand_still(visit)


@check
def what_stands_out_can_stand_alone(visit):
    tab = visit.open("techniques/T1047.html")
    before = len(rows(tab))
    tab.check(".tools label:has-text('stands out only') input")
    marked = tab.locator(".tw[aria-labelledby=all-caption] tr:has(.up, .may)")
    assert 0 < len(rows(tab)) == marked.count() < before
    tab.uncheck(".tools label:has-text('stands out only') input")
    assert len(rows(tab)) == before


@check
def the_saved_file_holds_what_is_shown(visit):
    tab = visit.open(LONG)
    name, lines = save(tab)
    assert name == "index-all.csv" and lines[0][:2] == ["Id", "Technique"], (name, lines[0])
    shown = [re.sub(r"\s+", " ", text) for text in rows(tab)]
    assert [" ".join(line[:2]) for line in lines[1:]] == shown, (lines[1], shown[0])
    assert len(lines) == 61
    tab.fill("input[aria-label^='Filter']", "data")
    head(tab, "Technique").click()
    _, lines = save(tab)
    assert [line[0] for line in lines[1:]] == [text.split()[0] for text in rows(tab)] and len(lines) > 2
    assert len({len(line) for line in lines}) == 1
    assert [line[3] for line in lines[1:]] == [cell for cell, name in zip(column(tab, 2), column(tab, 0)) if name in rows(tab)]


@check
def a_row_has_an_address_and_shows_itself(visit):
    tab = visit.open(LONG)
    last = tab.locator("tbody tr").last.get_attribute("id")
    tab.goto("about:blank")
    visit.open(f"{LONG}#{last}")
    assert tab.locator(f"tr[id='{last}']").is_visible() and len(rows(tab)) > 60
    anchor = tab.locator(f"tr[id='{last}'] a.anchor")
    assert anchor.get_attribute("href") == "#" + last


def numbered(visit):
    """The page of all, whose table has numbers of reports that a script opens."""
    tab = visit.open(ALL)
    if not tab.locator("table.refs").count():
        raise Skipped("the tables have few references, all as links at once")
    return tab


@check
def a_row_of_numbers_opens_into_its_reports_and_the_comparison(visit):
    tab = numbered(visit)
    row = tab.locator("table.refs tbody tr").first
    row.locator("td").last.click()
    opened = tab.locator("table.refs tr.which")
    button = opened.locator("button", has_text="List these")
    count = int(button.inner_text().split()[-1])
    assert opened.count() == 1 and count > 3
    first = opened.locator("ol.ev > li").first
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}|no date", first.locator("span").inner_text())
    assert len(first.locator("a").first.inner_text()) > 3, "a report is told by its title"
    assert opened.locator("ol.ev > li").count() == min(count, 10)
    visit.wait("document.querySelector('tr.which small').textContent.includes('.')")
    assert opened.locator(".more a").get_attribute("href").startswith("../compare.html#T1105,")
    everything = len(rows(tab, "reports"))
    button.click()
    assert len(rows(tab, "reports")) == count
    tab.reload()
    assert len(rows(tab, "reports")) == count, "a reload forgets which reports were asked for"
    tab.click("text=/^Show all [0-9]+ reports$/")
    assert len(rows(tab, "reports")) == tab.locator(".t-sayings tbody tr").count() >= everything
    assert visit.here() == f"{ALL}#table=reports"
    with visit.turning():
        tab.go_back()
    assert len(rows(tab, "reports")) >= everything, "one step back the reports are still listed"
    head(tab, "Reports with both").click()
    tab.locator("table.refs tbody tr:not(.which)").nth(2).locator("td").last.click()
    head(tab, "Technique").click()
    above = tab.locator("tr:has(+ tr.which)")
    assert above.count() == opened.count() == above.locator("[aria-expanded=true]").count(), "what was opened is no longer below its row"
    tab.emulate_media(media="print")
    assert opened.locator("visible=true").count() == 0, "what is opened is printed twice"
    tab.emulate_media(media="screen")
    tab.fill("input[aria-label^='Filter'] >> nth=0", "no such row")
    assert opened.locator("visible=true").count() == 0, "what was opened stays though its row is hidden"


@check
def the_last_row_of_a_long_table_opens_and_takes_none_away(visit):
    tab = visit.open(ALL)
    if not tab.locator("table.refs.short").count():
        raise Skipped("no table of sixty rows has numbers of reports to open")
    last = tab.locator("table.refs tbody tr:visible").last
    name = last.get_attribute("id")
    last.locator("td").last.click()
    assert tab.locator(f"tr[id='{name}'] + tr.which").is_visible() and len(rows(tab)) == 60
    tab.locator(f"tr[id='{name}'] [aria-expanded]").click()
    assert tab.locator("tr.which").count() == 0 and len(rows(tab)) == 60


@check
def a_row_opens_by_keyboard_and_only_on_asking(visit):
    tab = numbered(visit)
    tab.locator("table.refs tbody tr th a").first.focus()
    assert tab.locator("tr.which").count() == 0
    toggle = tab.locator("table.refs tbody tr [aria-expanded]").first
    toggle.focus()
    tab.keyboard.press("Enter")
    assert tab.locator("tr.which").is_visible() and toggle.get_attribute("aria-expanded") == "true"
    tab.keyboard.press("Enter")
    assert tab.locator("tr.which").count() == 0


@check
def a_row_of_an_actor_opens_into_its_reports(visit):
    pages = [path for kind in ("groups", "software", "campaigns") for path in sorted((visit.root / kind).glob("*.html"))
             if " refs r" in path.read_text(encoding="utf-8")]
    if not pages:
        raise Skipped("no actor has so many references that they are not links at once")
    tab = visit.open(f"{pages[0].parent.name}/{pages[0].name}")
    place = int(re.search(r"refs r(\d+)", pages[0].read_text(encoding="utf-8")).group(1))
    told = tab.locator("table.refs tbody tr").first.locator(f"> :nth-child({place})").inner_text().split()
    tab.locator("table.refs tbody tr").first.locator("td").last.click()
    links = tab.locator("tr.which a[href^='#r']")
    assert links.all_inner_texts() == ["what it says"] * len(told[:10])
    assert all(tab.locator(f"tr[id='r{text}']").count() == 1 for text in told)
    tab.locator("tr.which button", has_text="List these").click()
    assert len(rows(tab, "reports")) == len(told)


@check(viewport={"width": 360, "height": 740})
def what_a_row_opens_stands_on_the_screen_of_a_phone(visit):
    tab = numbered(visit)
    name = tab.locator("table.refs tbody tr").first.get_attribute("id")
    tab = visit.open(f"{ALL}#{name}")
    boxes = tab.locator("tr.which a").evaluate_all("all => all.map(a => a.getBoundingClientRect().right)")
    assert boxes and max(boxes) <= 360, max(boxes)


@check
def dates_sort_as_dates_and_what_is_unknown_comes_last(visit):
    tab = visit.open("reports/index.html")
    place = tab.locator("thead th").all_inner_texts().index("Published")
    for turn in (True, False):
        head(tab, "Published").click()
        dates = column(tab, place)
        known = [date for date in dates if date not in ("", "no date")]
        assert known == sorted(known, reverse=turn) and dates[:len(known)] == known, dates
        assert any(len(date) == 4 for date in known) and any(len(date) == 10 for date in known)


@check
def a_filter_of_the_first_thirty_can_look_in_all(visit):
    pages = [path for path in sorted(visit.root.glob("techniques/*-all.html"))]
    whole = max(pages, key=lambda path: path.stat().st_size).name
    own = whole.replace("-all", "")
    tab = visit.open(f"techniques/{whole}")
    name = rows(tab)[-1].split()[0]
    tab = visit.open(f"techniques/{own}")
    assert tab.locator(".res a").count() == 0
    tab.fill("input[aria-label^='Filter']", name)
    tab.locator("thead th[data-filter=least] button").click()  # its columns are not those of all
    tab.click("text=Look in all")
    tab.wait_for_url(lambda url: whole in url)
    assert visit.here() == f"techniques/{whole}#table=all&find={name}"
    assert [row.split()[0] for row in rows(tab)] == [name]


@check
def a_platform_of_the_address_waits_for_its_data_and_takes_nothing_back(visit):
    tab = visit.tab
    late, release = visit.hold("explore-data")
    tab.goto(visit.url(f"{LONG}#table=all&platform=Containers"), wait_until="domcontentloaded")
    tab.fill("input[aria-label^='Filter']", "a")
    release()
    visit.wait("document.querySelectorAll('.tools select')[1].value === 'Containers'")
    assert late and tab.input_value("input[aria-label^='Filter']") == "a"
    assert "find=a" in visit.here() and "platform=Containers" in visit.here()


@check
def an_item_of_the_rare_that_the_address_names_leads_to_its_reports(visit):
    item = visit.open(ALL).locator(".roll > li").first
    if not item.count():
        raise Skipped("the techniques are few, all in the table")
    name, numbers = item.get_attribute("id"), item.text_content().split()[-1]
    item = visit.open(f"{ALL}#{name}").locator(".roll > li:target")
    links = item.locator("a[href^='#r']").evaluate_all("all => all.map(link => link.hash)")
    assert links and links[-1] == f"#r{numbers}" and len(links) <= 2, links
    assert len(item.locator(".ev a").first.inner_text()) > 3, "a report is told by its title"


@check
def marks_sort_by_how_many_there_are(visit):
    tab = visit.open("techniques/T1047.html")
    head(tab, "Of the ten").click()
    counts = [sum(mark.isdigit() for mark in cell) for cell in column(tab, 3, "reports")]
    assert counts == sorted(counts) and len(set(counts)) > 2, counts


@check
def a_log_source_of_a_technique_leads_to_what_else_it_shows(visit):
    tab = visit.open("techniques/T1047.html")
    source = tab.locator(".t-traces a[href*='table=sources']").first
    name = source.inner_text()
    source.click()
    visit.wait("document.querySelector('.t-sources')")
    rows_found = tab.locator(".tw[aria-labelledby=sources-caption] tbody tr:not(.hide)").all_inner_texts()
    assert rows_found and all(name in row for row in rows_found), rows_found[:2]


@check
def a_source_opens_into_all_the_techniques_it_shows(visit):
    with open(visit.root / "data/where-to-look.csv", encoding="utf-8") as file:
        traces = list(csv.DictReader(file))
    for kind, part in (("sources", "log_source"), ("components", "component")):
        tab = visit.open("sources.html")
        row = tab.locator(f".tw[aria-labelledby={kind}-caption] tbody tr:has(button.all)").first
        name, count = row.locator("th, td").all_inner_texts()[:2]
        tab = visit.open(f"sources.html#{row.get_attribute('id')}")
        opened = tab.locator("tr.which")
        opened.wait_for()
        found = opened.locator("a i").all_inner_texts()
        wanted = {trace["technique"] for trace in traces if trace[part] == name.strip()}
        assert set(found) == wanted and len(found) == len(wanted) == int(count), (name, len(found), len(wanted))
        reports = [int(text.replace(",", "")) for text in opened.locator("small").all_inner_texts()]
        assert reports == sorted(reports, reverse=True)
        tab.locator(f".tw[aria-labelledby={kind}-caption] tr:has(+ .which) button.all").click()
        assert opened.count() == 0


@check
def a_pair_of_a_subset_opens_into_the_comparison(visit):
    pages = [page for page in sorted(visit.root.glob("subsets/*.html")) if "refs" in page.read_text(encoding="utf-8")]
    if not pages:
        raise Skipped("the subsets have few references, all as links at once")
    tab = visit.open(f"subsets/{pages[0].name}")
    row = tab.locator("table.refs tbody tr").first
    row.locator("td").last.click()
    one, other = row.get_attribute("id").split("-")
    assert tab.locator("tr.which .more a").get_attribute("href") == f"../compare.html#{one},{other}"


if __name__ == "__main__":
    drive(__doc__)
