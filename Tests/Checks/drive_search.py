"""drive_search.py ROOT: the search box and the page of results, as a reader uses them, on the demo site."""

from driver import check, drive
from tables import rows

TECHNIQUE, RETIRED, SUCCESSOR = "techniques/T1047.html", "T1086", "techniques/T1059.001.html"


def ids(visit, text):
    return [hit["id"] for hit in visit.search(text)]


def options(tab):
    return tab.locator("[role=option]")


@check
def a_slash_leads_to_the_search_and_loads_its_index_only_then(visit):
    tab = visit.open(TECHNIQUE)
    assert not tab.evaluate("'attackRelationsIndex' in window"), "the index loads before it is wanted"
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement === document.querySelector('input[type=search]')")
    visit.wait("'attackRelationsIndex' in window")
    assert tab.input_value("input[type=search]") == ""


@check
def a_name_is_found_and_opened_from_the_keyboard(visit):
    tab = visit.open(TECHNIQUE)
    tab.keyboard.press("/")
    tab.keyboard.type("powersh")
    options(tab).first.wait_for()
    assert "T1059.001" in options(tab).first.inner_text(), options(tab).first.inner_text()
    assert tab.get_attribute("input[type=search]", "aria-expanded") == "true"
    assert "result" in visit.live()
    tab.keyboard.press("Enter")
    tab.wait_for_url(visit.url(SUCCESSOR))


@check
def arrows_go_round_the_list_and_escape_closes_it(visit):
    tab = visit.open("index.html")
    tab.keyboard.press("/")
    tab.keyboard.type("discovery")
    options(tab).first.wait_for()
    count = options(tab).count()
    seen = []
    for _ in range(count + 1):
        place = tab.get_attribute("input[type=search]", "aria-activedescendant")
        assert tab.locator(f"#{place}").get_attribute("aria-selected") == "true"
        seen.append(place)
        tab.keyboard.press("ArrowDown")
    assert len(set(seen)) == count and seen[0] == seen[-1], seen
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Escape")
    assert not tab.locator(".searchbox [role=listbox]").is_visible()
    assert tab.input_value("input[type=search]") == "discovery", "Escape takes the text away"
    assert visit.here() == "index.html"


@check
def a_log_source_and_a_data_component_lead_to_their_rows(visit):
    visit.open("index.html")
    for text, anchor in (("sysmon", "wineventlog-sysmon"), ("process creation", "process-creation")):
        hit = visit.search(text)[0]
        assert hit["url"] == f"sources.html#{anchor}", hit
        tab = visit.open(hit["url"])
        assert tab.locator(f"tr#{anchor} a").count() > 0, anchor


@check
def a_click_opens_what_it_hits(visit):
    tab = visit.open("method.html")
    tab.fill("input[type=search]", "Bronze Wader")
    options(tab).first.click()
    tab.wait_for_url(visit.url("groups/G9001.html"))


@check
def the_last_row_leads_to_all_results(visit):
    tab = visit.open("groups/G9001.html")
    tab.fill("input[type=search]", "e")
    options(tab).first.wait_for()
    assert options(tab).count() == 11
    options(tab).last.click()
    tab.wait_for_url(visit.url("search.html#q=e"))
    tab.locator("#results a").first.wait_for()
    assert tab.locator("#results a").count() > 10


@check
def what_a_technique_is_not_called_finds_it_and_says_how(visit):
    tab = visit.open("index.html")
    for text, technique, why in (("4688", "T1490", "shows in a log as “4688”"),
                                 ("shadow copies", "T1490", "described with “copies”"),
                                 ("linux", "T1105", "runs on “linux”")):
        tab.fill("input[type=search]", text)
        found = options(tab).filter(has_text=technique).filter(has_text=why)
        found.first.wait_for()


@check
def several_ids_are_a_set_that_leads_to_the_explorer(visit):
    tab = visit.open(TECHNIQUE)
    tab.fill("input[type=search]", "T1047, t1059/001 and T9999")
    options(tab).filter(has_text="Explore these 2; not in this ATT&CK: T9999").wait_for()
    assert options(tab).count() == 3, options(tab).all_inner_texts()
    tab.keyboard.press("Enter")
    visit.wait("location.hash === '#T1047,T1059.001'")
    tab = visit.open("search.html#q=T1047+T1059.001")
    tab.locator("#results a").filter(has_text="Explore these 2").click()
    visit.wait("location.hash === '#T1047,T1059.001'")


@check
def every_id_finds_itself_first(visit):
    visit.open("index.html")
    known = [row["id"] for row in rows(visit.root / "data/techniques.csv")]
    known += [row["id"] for row in rows(visit.root / "data/reports.csv")]
    for folder in ["groups", "software", "campaigns"]:
        known += [path.stem for path in (visit.root / folder).glob("*.html") if path.stem != "index"]
    wrong = [name for name in known if ids(visit, name)[:1] != [name]]
    assert not wrong, f"{len(wrong)} of {len(known)}: {wrong[:5]}"


@check
def a_result_leads_to_a_page_that_is_there(visit):
    visit.open("index.html")
    hits = visit.search("e") + visit.search("T") + visit.search("http")
    assert hits
    lost = [hit for hit in hits if not (visit.root / hit["url"].split("#")[0]).is_file()]
    assert not lost, lost[:3]
    assert all(sorted(hit) == ["id", "kind", "title", "url"] for hit in hits)


@check
def ids_are_found_in_every_way_of_writing_them(visit):
    visit.open("index.html")
    for text in ["T1059.001", "t1059.001", "T1059/001", "t1059.1", " T1059.001 ",
                 "https://attack.mitre.org/techniques/T1059/001/"]:
        assert ids(visit, text)[:1] == ["T1059.001"], (text, ids(visit, text)[:3])


@check
def a_retired_id_leads_to_its_own_page_and_on(visit):
    tab = visit.open("index.html")
    hit = visit.search(RETIRED)[0]
    assert (hit["kind"], hit["url"]) == ("retired", f"techniques/{RETIRED}.html"), hit
    tab.fill("input[type=search]", RETIRED)
    options(tab).first.click()
    tab.wait_for_url(visit.url(SUCCESSOR))  # its page sends the reader on


@check
def aliases_initials_and_tools_find_what_they_stand_for(visit):
    visit.open("index.html")
    for text, wanted in [("UNKEMPT-01", "G9001"), ("neunter ofen", "G9009"), ("Paperknife", "S9006"),
                         ("cronw", "S9010"), ("wmi", "T1047"), ("rdp", "T1021.001"), ("lsass", "T1003.001"),
                         ("Windows Management Instrumentation", "T1047")]:
        assert wanted in ids(visit, text)[:3], (text, ids(visit, text)[:3])


@check
def a_report_is_found_by_its_title_its_publisher_and_its_address(visit):
    visit.open("index.html")
    reports = [row for row in rows(visit.root / "data/reports.csv") if row["url"] and "web.archive.org" not in row["url"]]
    for report in reports[:10]:
        assert report["id"] in ids(visit, report["title"])[:3], report["title"]
        assert ids(visit, report["url"])[:1] == [report["id"]], report["url"]
        host = report["url"].split("/")[2].removeprefix("www.")
        assert report["id"] in ids(visit, host), host


@check
def reports_stand_in_the_order_of_the_explorer_with_their_dates(visit):
    tab = visit.open("index.html")
    wanted = [[row["id"], row["title"].removeprefix("'"), row["published"]] for row in rows(visit.root / "data/reports.csv")]
    found = tab.evaluate("attackRelations.reports().then(all => all.map(r => [r.id, r.title, r.published]))")
    assert found == wanted, [pair for pair in zip(found, wanted) if pair[0] != pair[1]][:2]


@check
def what_nothing_is_called_says_so(visit):
    tab = visit.open("search.html#q=qqqq")
    assert visit.search("qqqq") == [] and visit.search("  ") == []
    visit.wait("document.querySelector('.s-found').innerText.includes('Nothing is called “qqqq”')")
    assert tab.locator("#results a").count() == 0


@check
def the_page_of_results_keeps_what_was_asked_in_its_address(visit):
    tab = visit.open("search.html")
    tab.keyboard.press("/")
    tab.keyboard.type("ledger")
    tab.locator("#results a").first.wait_for()
    found = tab.inner_text("#results")
    assert visit.here() == "search.html#q=ledger"
    tab.reload()
    tab.locator("#results a").first.wait_for()
    assert tab.inner_text("#results") == found and tab.input_value("input[type=search]") == "ledger"
    tab.keyboard.press("/")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: "search.html" not in url)


@check(java_script_enabled=False)
def without_a_script_there_is_an_a_to_z(visit):
    tab = visit.open(TECHNIQUE)
    assert not tab.locator("input[type=search]").is_visible()
    tab.click(".searchbox a")
    tab.wait_for_url(visit.url("search.html"))
    tab.click(".s-az a:text-is('W')")
    link = tab.locator(".s-az li a", has_text="Windows Management Instrumentation T1047")
    link.click()
    tab.wait_for_url(visit.url(TECHNIQUE))


@check(viewport={"width": 360, "height": 800})
def on_a_phone_brand_search_and_theme_share_one_row(visit):
    tab = visit.open(TECHNIQUE)
    boxes = [tab.locator(place).bounding_box() for place in [".brand", "input[type=search]", "button.theme"]]
    middles = [box["y"] + box["height"] / 2 for box in boxes]
    assert max(middles) - min(middles) < 6, middles
    assert all(a["x"] + a["width"] <= b["x"] + 1 for a, b in zip(boxes, boxes[1:])), boxes
    tab.fill("input[type=search]", "e")
    options(tab).first.wait_for()
    width = tab.evaluate("document.scrollingElement.scrollWidth")
    found = tab.locator(".searchbox [role=listbox]").bounding_box()
    assert width <= 360 and found["x"] >= 0 and found["x"] + found["width"] <= 360, (width, found)


@check
def an_id_is_found_without_its_letter(visit):
    visit.open("index.html")
    assert ids(visit, "1059.001")[0] == "T1059.001" and ids(visit, "1047")[0] == "T1047"


@check
def a_name_with_a_wrong_letter_is_found_all_the_same(visit):
    visit.open("index.html")
    names = {row["id"]: row["name"] for row in rows(visit.root / "data/techniques.csv") if len(row["name"]) > 8}
    for own, name in list(names.items())[:40]:
        middle = len(name) // 2
        for wrong in (name[:middle] + "q" + name[middle:], name[:middle] + name[middle + 1:], name[:middle] + "q" + name[middle + 1:]):
            assert own in ids(visit, wrong), (own, wrong)
        swapped = name[:middle - 1] + name[middle] + name[middle - 1] + name[middle + 1:]
        assert own in ids(visit, swapped), (own, swapped)
    assert ids(visit, "xqzwvxqzwv") == []


@check
def nothing_opens_once_the_focus_has_gone(visit):
    late, release = visit.hold("search-index")
    tab = visit.open(TECHNIQUE)
    tab.keyboard.press("/")
    tab.keyboard.type("powersh")
    tab.keyboard.press("Tab")
    visit.wait("document.querySelectorAll('script[src*=search-index]').length === 1")
    release()
    visit.answered()
    assert late and not tab.locator(".searchbox [role=listbox]").is_visible()


if __name__ == "__main__":
    drive(__doc__)
