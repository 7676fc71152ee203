"""drive_home.py ROOT: the question on the front page, by ids, names, tools, an actor and a whole alert, on the demo site."""
from driver import check, drive

ALERT = """Severity: high
powershell.exe -enc SQBFAFgA spawned by winword.exe
wmic process call create"""


def front(visit):
    return visit.open("index.html")


def chips(tab):
    return tab.locator("#seen-chips li i").all_inner_texts()


def paste(tab, text):
    tab.evaluate("""text => {
        const box = document.getElementById("seen"), data = new DataTransfer();
        data.setData("text", text);
        box.focus();
        box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }""", text)


def type_and_enter(visit, text):
    tab = front(visit)
    tab.focus("#seen")
    tab.keyboard.type(text)
    tab.wait_for_selector("#seen-found li")
    tab.keyboard.press("Enter")
    return tab


@check
def ids_pasted_in_any_spelling_lead_to_the_explorer(visit):
    tab = front(visit)
    paste(tab, "T1047\nt1059/001, T1059.1\nT9999")
    visit.wait("document.querySelectorAll('#seen-chips li').length === 2")
    assert chips(tab) == ["T1047", "T1059.001"], chips(tab)
    assert "T9999" in tab.inner_text("#seen-said")
    assert tab.inner_text("#ask button") == "Explore these 2"
    tab.click("#ask button")
    visit.wait("location.hash === '#T1047,T1059.001'")


@check
def a_retired_id_is_left_to_the_explorer_to_follow(visit):
    tab = front(visit)
    paste(tab, "T1086 T1047")
    visit.wait("document.querySelectorAll('#seen-chips li').length === 2")
    tab.click("#ask button")
    visit.wait("location.hash === '#T1059.001,T1047'")
    assert "T1086 is retired" in tab.inner_text("#heard")


@check
def a_tool_typed_and_entered_is_its_technique(visit):
    tab = type_and_enter(visit, "wmic")
    visit.wait("document.querySelectorAll('#seen-chips li').length === 1")
    assert chips(tab) == ["T1047"], chips(tab)
    assert tab.inner_text("#ask button") == "Explore this one"


@check
def an_actor_leads_to_its_page(visit):
    type_and_enter(visit, "Night Ferry")
    visit.wait("/groups|campaigns|software/.test(location.pathname)")


@check
def an_alert_is_read_for_the_tools_that_it_names(visit):
    tab = front(visit)
    paste(tab, ALERT)
    visit.wait("document.querySelectorAll('#seen-offers li').length > 1")
    offered = tab.locator("#seen-offers button").evaluate_all("all => all.map(button => button.dataset.add)")
    assert {"T1047", "T1059.001"} <= set(offered) and not chips(tab), offered
    tab.click("[data-add=T1047]")
    assert chips(tab) == ["T1047"] and tab.locator("[data-add=T1047]").count() == 0


@check
def a_text_that_names_nothing_says_so(visit):
    tab = front(visit)
    paste(tab, "nothing of the kind was ever there")
    visit.wait("!document.getElementById('seen-said').hidden")
    assert not chips(tab) and "no technique" in tab.inner_text("#seen-said")


@check
def what_was_added_can_be_removed_by_keyboard(visit):
    tab = front(visit)
    paste(tab, "T1047 T1059.001")
    visit.wait("document.querySelectorAll('#seen-chips li').length === 2")
    tab.focus("[data-remove=T1047]")
    tab.keyboard.press("Enter")
    assert chips(tab) == ["T1059.001"], chips(tab)
    assert tab.evaluate("document.activeElement.id") == "seen"


if __name__ == "__main__":
    drive(__doc__)
