"""drive_frame.py ROOT: theme, print and anchors, which every page has, on the demo site."""
from driver import check, drive

PAGE = "techniques/T1047.html"
GROUND = "getComputedStyle(document.body).backgroundColor"


@check(color_scheme="dark")
def the_theme_turns_is_said_and_is_kept(visit):
    tab = visit.open(PAGE)
    dark = tab.evaluate(GROUND)
    tab.click("button.theme")
    light = tab.evaluate(GROUND)
    assert light != dark and visit.live() == "Light theme", visit.live()
    visit.open("index.html")
    assert tab.evaluate(GROUND) == light, "the next page forgets the theme"
    tab.click("button.theme")
    assert tab.evaluate(GROUND) == dark


@check(color_scheme="dark")
def print_is_light_and_has_no_controls(visit):
    tab = visit.open(PAGE)
    tab.emulate_media(media="print")
    assert tab.evaluate(GROUND) == "rgb(255, 255, 255)", tab.evaluate(GROUND)
    for control in ["input", "select", "button.theme", ".more button", ".anchor"]:
        seen = tab.locator(control).evaluate_all("all => all.filter(e => e.offsetParent).length")
        assert seen == 0, control


@check
def how_to_read_the_page_is_open_until_it_is_closed_once(visit):
    tab = visit.open(PAGE)
    guide = tab.locator(".s-next > .fold")
    assert guide.get_attribute("open") is not None, "the first page does not tell how to read it"
    guide.locator("button").click()
    assert guide.get_attribute("open") is None
    visit.wait("localStorage.getItem('guided')")
    visit.open("techniques/T1105.html")
    assert guide.get_attribute("open") is None, "it comes back"
    tab.click(".s-next > .fold summary")
    assert guide.locator("p").first.is_visible(), "it cannot be read again"


@check(viewport={"width": 360, "height": 740})
def on_a_phone_the_answer_comes_before_how_to_read_it(visit):
    tab = visit.open(PAGE)
    assert tab.locator(".s-next > .fold").get_attribute("open") is None
    first = tab.locator("ol.next > li").first.bounding_box()
    assert first["y"] + first["height"] < 740, "the first suggestion is not on the screen"
    tab.click(".s-next > .fold summary")
    assert tab.locator(".s-next > .fold p").first.is_visible(), "it cannot be read"
    assert not tab.evaluate("localStorage.getItem('guided')"), "what nobody closed is remembered as closed"


@check
def a_folded_target_shows_itself(visit):
    tab = visit.open(PAGE)
    tab.evaluate("""() => {
        const fold = document.createElement('details');
        fold.innerHTML = '<summary>More</summary><p id="inside">Inside</p>';
        document.querySelector('main section').append(fold);
        location.hash = 'inside';
    }""")
    visit.wait("document.getElementById('inside').closest('details').open")


@check
def the_focus_can_be_seen_wherever_the_keyboard_leads(visit):
    tab = visit.open(PAGE)
    for _ in range(12):
        tab.keyboard.press("Tab")
        outline, shadow = tab.evaluate("""() => {
            const style = getComputedStyle(document.activeElement);
            return [style.outlineStyle + ' ' + style.outlineWidth, document.activeElement.className];
        }""")
        assert shadow == "skip" or not outline.startswith("none"), outline


if __name__ == "__main__":
    drive(__doc__)
