"""drive_explore.py ROOT: the explorer while its data are on the way and where the browser refuses, on the demo site."""
from driver import check, drive

ONE, OTHER = "T1047", "T1059.001"
ADD = """id => {
    const field = document.getElementById('technique');
    field.focus();
    field.value = id;
    document.getElementById('add').requestSubmit();
}"""


def chips(tab):
    return tab.locator("#chips li i").all_inner_texts()


def explorer(visit, *ids):
    """The page with its answer to what was observed."""
    tab = visit.open("explore.html#" + ",".join(ids))
    visit.drawn()
    return tab


@check
def what_is_added_while_the_data_load_is_all_there(visit):
    late, release = visit.hold("explore-data")
    tab = visit.open("explore.html")
    tab.evaluate(ADD, ONE)
    tab.evaluate(ADD, OTHER)
    visit.wait("document.querySelectorAll('script[src*=explore-data]').length === 1")
    release()
    visit.wait(f"location.hash.startsWith('#{ONE},')")
    assert late and chips(tab) == [ONE, OTHER], chips(tab)


@check
def a_plan_that_comes_late_leaves_the_open_dialog_alone(visit):
    late, release = visit.hold("where-channels")
    tab = explorer(visit, ONE)
    tab.click("#plan")
    visit.wait("document.querySelectorAll('script[src*=where-channels]').length === 1")
    tab.click("#paste")
    tab.fill("#dialog-text", OTHER)
    release()
    tab.evaluate("Promise.all([attackRelations.load('where-channels'), attackRelations.reports()]).then(() => true)")
    assert late and tab.input_value("#dialog-text") == OTHER and tab.is_editable("#dialog-text")


@check
def a_copied_link_says_so_where_it_was_asked_for(visit):
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = explorer(visit, ONE)
    width = tab.locator("#copy-link").bounding_box()["width"]
    tab.evaluate("""() => {
        const button = document.getElementById("copy-link");
        window.told = [];
        new MutationObserver(() => told.push([button.textContent, button.getBoundingClientRect().width]))
            .observe(button, { childList: true });
    }""")
    tab.click("#copy-link")
    visit.wait("told.length > 1")
    told = tab.evaluate("told")
    assert [text for text, _ in told] == ["Copied", "Copy link"], told
    assert all(abs(own - width) < 1.5 for _, own in told), "the button changes its width"
    assert tab.evaluate("navigator.clipboard.readText()") == tab.url


@check
def without_a_clipboard_the_link_stands_selected_in_the_dialog(visit):
    visit.tab.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    tab = explorer(visit, ONE)
    tab.click("#copy-link")
    tab.locator("#dialog[open]").wait_for()
    assert tab.input_value("#dialog-text") == tab.url
    assert tab.evaluate("getSelection().toString() || document.activeElement.selectionEnd") in (tab.url, len(tab.url))
    assert "Ctrl+C" in tab.inner_text("#dialog-note")


@check
def the_example_is_one_step_back_from_the_first_technique_added(visit):
    tab = visit.open("explore.html")
    example = chips(tab)
    tab.evaluate(ADD, "T1105")
    visit.wait("location.hash === '#T1105'")
    tab.go_back()
    visit.wait("document.querySelectorAll('#chips li').length === %d" % len(example))
    assert chips(tab) == example
    tab.go_forward()
    visit.wait("document.querySelectorAll('#chips li').length === 1")
    tab.click("#clear")
    visit.wait("!document.querySelectorAll('#chips li').length")
    tab.reload()
    visit.wait("'attackRelationsReports' in window && !document.querySelectorAll('#chips li').length")
    assert chips(tab) == [], "a reload forgets that nothing was observed"


@check
def ids_are_taken_however_they_are_typed(visit):
    for text, expected in (("t1059.1", [OTHER]), ("T1047, T1105", [ONE, "T1105"]), ("T1047 t1059/001", [ONE, OTHER])):
        tab = visit.open("explore.html")
        tab.click("#technique")
        tab.keyboard.type(text)
        visit.answered()  # the list is open now, or will not open
        tab.keyboard.press("Enter")
        visit.wait(f"location.hash === '#{','.join(expected)}'")
        assert chips(tab) == expected and tab.input_value("#technique") == ""


@check
def what_shows_all_of_the_ten_is_said_in_a_sentence(visit):
    tab = explorer(visit, ONE)
    names = tab.inner_text("#look-note").split(" alone")[0].split(" together")[0].replace(" and ", ", ").split(", ")
    listed = tab.locator("#looks ol").first.locator("li > span:first-child").all_inner_texts()
    assert names[:len(listed)] == listed[:len(names)], (names, listed)
    fresh = tab.locator("#looks ol").first.locator("small b").count()
    assert 0 < fresh <= 10


@check
def what_was_not_found_is_taken_off_and_put_back_by_keyboard(visit):
    tab = explorer(visit, ONE)
    first = tab.get_attribute("#results > li", "data-technique")
    assert tab.get_attribute(f"[data-miss='{first}']", "aria-label") == f"{first}: looked for, not found"
    tab.focus(f"[data-miss='{first}']")
    tab.keyboard.press("Enter")
    visit.wait(f"location.hash === '#{ONE}&not={first}'")
    assert tab.inner_text("#absent-title") == "Looked for, not found:"
    assert tab.locator("#absent li i").all_inner_texts() == [first]
    assert tab.locator(f"#results > li[data-technique='{first}']").count() == 0
    tab.focus(f"[data-back='{first}']")
    tab.keyboard.press("Enter")
    visit.wait(f"location.hash === '#{ONE}'")
    assert tab.is_hidden("#absent") and tab.get_attribute("#results > li", "data-technique") == first
    assert tab.evaluate("document.activeElement.id") == "technique"


@check
def what_was_not_found_and_is_seen_after_all_is_seen(visit):
    tab = explorer(visit, ONE)
    tab.click(f"[data-miss='{tab.get_attribute('#results > li', 'data-technique')}']")
    visit.wait("location.hash.includes('&not=')")
    missed = tab.inner_text("#absent li i")
    tab.evaluate(ADD, missed)
    visit.wait(f"location.hash === '#{ONE},{missed}'")
    assert chips(tab) == [ONE, missed] and tab.is_hidden("#absent")
    tab.go_back()
    visit.wait(f"location.hash === '#{ONE}&not={missed}'")
    visit.wait("!document.getElementById('absent').hidden")
    tab.click("#clear")
    visit.wait("document.getElementById('absent').hidden && !document.querySelectorAll('#chips li').length")


def open_sources(tab):
    tab.click("#sources summary")
    tab.wait_for_selector("#sources-sets button")


@check
def a_set_ticks_its_sources_on_its_platform_and_unticks_them(visit):
    tab = explorer(visit, ONE)
    open_sources(tab)
    button = tab.locator("#sources-sets button", has_text="Windows: Security")
    button.click()
    visit.wait("document.getElementById('sources-told').textContent === 'WinEventLog:Security'")
    assert button.get_attribute("aria-pressed") == "true"
    ticked = tab.locator("#sources-boxes input:checked").evaluate_all(
        "all => all.map(box => [box.dataset.platform, box.value])")
    assert ticked == [["Windows", "WinEventLog:Security"]], ticked
    button.click()
    visit.wait("document.getElementById('sources-told').textContent.startsWith('none ticked')")
    assert tab.locator("#sources-boxes input:checked").count() == 0


@check
def what_another_source_shows_is_likely_seen_with_mine(visit):
    tab = explorer(visit, ONE)
    open_sources(tab)
    tab.locator("#sources-sets button", has_text="Windows: Security").click()
    visit.wait("document.querySelectorAll('#results .see').length > 0 && /likely: WinEventLog:Security EventCode=4688/"
               ".test(document.getElementById('results').textContent)")
    note = tab.inner_text("#look-note")
    assert "of them only likely" in note and "WinEventLog:Security" in note, note
    assert "of them only likely" in tab.inner_text("#basis")


@check
def a_plan_is_as_long_as_asked_and_of_the_format_asked(visit):
    tab = explorer(visit, ONE)
    tab.click("#plan")
    visit.wait("document.getElementById('dialog-text').value.includes('10. [ ]')")
    text = tab.input_value("#dialog-text")
    assert "11. [ ]" not in text and text.count("Reports: ") == 10
    tab.fill("#plan-length", "3")
    tab.locator("#plan-length").dispatch_event("change")
    visit.wait("!document.getElementById('dialog-text').value.includes('4. [ ]')")
    for name, found in (("text", "HUNT PLAN"), ("csv", "rank,technique,name"), ("layer", '"techniqueID"')):
        tab.select_option("#plan-format", name)
        visit.wait(f"document.getElementById('dialog-text').value.includes('{found}')")
    with tab.expect_download() as download:
        tab.click("#plan-save")
    assert download.value.suggested_filename == "hunt-plan.json"


if __name__ == "__main__":
    drive(__doc__)
