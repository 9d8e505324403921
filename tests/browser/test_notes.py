"""Notes and terms: in the margin, under the line and at the foot; what the switch and the
filters hide.
"""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.reading import NARROW_FONTS, NO_SCRIPTS, PHONE, TABLET, WIDE, first_with, tab_to, view
from conftest import Site
from edition.model import Edition, Note
from edition.model import Page as SourcePage

SCRIPTLESS = {**TABLET, **NO_SCRIPTS}
LINE = 34  # pixels: a line of text
# What is wrong with the place of each note in the margin: beyond it, over another, or away from its
# mark although the one
# above does not push it down, or the one below does not push it up.
MISPLACED = """line => {
  const box = element => element.getBoundingClientRect()
  const notes = [...document.querySelectorAll('.page-notes.in-margin .note')]
  const text = Math.max(...[...document.querySelectorAll('.para')].map(one => box(one).right))
  const end = box(document.querySelector('.page')).bottom + 1
  return notes.flatMap((note, at) => {
    const { left, right, top, bottom } = box(note), mark = document.getElementById(`at-${note.id}`)
    const last = at ? box(notes[at - 1]).bottom : 0, next = notes[at + 1] ? box(notes[at + 1]).top : bottom + 2 * line
    const away = mark ? top - box(mark).top : 0
    const holds = {
      'in the margin': text < left && left < right && right <= innerWidth && bottom <= end,
      'below the one above': Math.round(top) >= Math.round(last),
      'near its mark': Math.abs(away) <= line || (away > 0 ? top - last : next - bottom) <= line
    }
    return Object.keys(holds).filter(one => !holds[one]).map(one => `${note.id} is not ${one}`)
  })
}"""
PLACES = "() => [...document.querySelectorAll('.page p.para, .page h1, .works-cited li')].map(p => { const b = p.getBoundingClientRect(); return [b.left, b.top + scrollY, b.width, b.height].map(Math.round) })"
CUT = "notes => notes.filter(note => { const p = note.querySelector('p'), text = note.querySelector('.note-text').getBoundingClientRect(), box = p.getBoundingClientRect(); return p.scrollHeight > p.clientHeight + 1 || text.bottom > box.bottom + 1 || text.right > box.right + 1 }).map(note => note.id)"
UPPER_THIRD = "id => { const y = document.getElementById(id).getBoundingClientRect().top; return y > 0 && y < innerHeight / 3 }"
# How many of the items are seen after the choice of each button of a filter.
SHOWN = """item => Object.fromEntries([...document.querySelectorAll('.filter input')].map(input => {
  input.checked = true
  return [input.id.replace('filter-', ''), [...document.querySelectorAll(item)].filter(one => one.checkVisibility()).length]
}))"""
CROSS_LINK = "//p[contains(@class, 'para')]//a[not(@class) and contains(@href, '#p')]"
TERM = "//article//p//a[@class='term']"


@pytest.fixture(scope="session")
def note(edition: Edition, fullest: SourcePage) -> Note:
    """The longest note of the page with the most."""
    notes = [one for one in edition.notes_on(fullest.path) if one.lemma and one.sources]
    return max(notes, key=lambda one: len(one.text))


@pytest.fixture(scope="session")
def explained(site: Site) -> tuple[str, str, str]:
    """A page's address, the id of a term marked on it, and the beginning of its explanation."""
    address = first_with(site, TERM)
    article = site.article(address)
    id = article.xpath(f"{TERM}/@data-term")[0]
    words = article.xpath(f"string(.//*[@class='page-terms']//div[@data-term='{id}']/dd)")
    return address, id, " ".join(words.split())[:40]


@pytest.fixture(params=["fullest", pytest.param("all", marks=pytest.mark.sweep)])
def noted(
    request: pytest.FixtureRequest, edition: Edition, fullest: SourcePage
) -> list[SourcePage]:
    """The page with the most notes, or all pages with notes."""
    if request.param == "fullest":
        return [fullest]
    return [page for page in edition.pages if edition.notes_on(page.path)]


def settled(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.fonts.ready")


@pytest.fixture
def opened(page: Page, fullest: SourcePage) -> Page:
    """The page with the most notes."""
    settled(page, fullest.address)
    return page


@pytest.fixture
def mark(page: Page, note: Note) -> Locator:
    return page.locator(f"#at-{note.anchor}")


@pytest.fixture
def shown(page: Page, note: Note) -> Locator:
    """The note where it stands, in the margin or at the foot."""
    return page.locator(f"#{note.anchor}")


@pytest.fixture
def preview(page: Page) -> Locator:
    return page.locator(".preview")


@view(WIDE, {**WIDE, **NARROW_FONTS}, ids="wide-fonts narrow-fonts")
def test_notes_stand_in_the_margin_beside_their_lines_and_none_is_cut(page, edition, noted):
    for known in noted:
        for width in (992, 1240, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            settled(page, known.address)
            notes = page.locator(".page-notes.in-margin .note")
            expect(notes).to_have_count(len(edition.notes_on(known.path)))
            assert page.evaluate(MISPLACED, LINE) == [], known.address
            assert notes.evaluate_all(CUT) == [], known.address


@view(WIDE, ids="wide")
def test_a_note_in_the_margin_shows_its_sources_and_nothing_moves(opened, mark, shown, preview):
    before = opened.evaluate(PLACES)
    expect(shown.locator(".note-verdict")).to_be_visible()
    link = shown.locator("a").first
    for look in (mark.hover, mark.focus, link.hover, link.focus):
        expect(shown.locator(".note-sources")).to_be_hidden()
        mark.scroll_into_view_if_needed()
        look()
        expect(shown.locator(".note-sources")).to_be_visible()
        expect(shown.locator(".note-facts")).to_be_visible()
        expect(preview).to_have_count(0)
        assert opened.evaluate(PLACES) == before
        opened.mouse.move(1, 1)
        opened.evaluate("document.activeElement.blur()")
    expect(shown.locator(".note-sources")).to_be_hidden()


@view(WIDE, ids="wide")
def test_a_click_pins_the_note_beside_its_mark_and_scrolls_nothing(opened, fullest):
    for mark in opened.locator(".note-mark").all():
        mark.scroll_into_view_if_needed()
        before = mark.bounding_box()["y"]
        mark.click()
        note = opened.locator(f"#n{mark.get_attribute('data-note')}")
        expect(note).to_have_class(re.compile(r"\bpinned\b"))
        assert mark.bounding_box()["y"] == before
        assert abs(note.bounding_box()["y"] - before) <= LINE
    opened.keyboard.press("Escape")
    expect(opened.locator(".pinned")).to_have_count(0)
    expect(opened).to_have_url(fullest.address)


@view(WIDE, ids="wide")
def test_enter_goes_into_the_note_escape_back_and_the_margin_follows_the_window(
    opened, note, mark, shown
):
    mark.press("Enter")
    expect(shown.locator(".note-number")).to_be_focused()
    opened.keyboard.press("Escape")
    expect(mark).to_be_focused()
    opened.set_viewport_size(TABLET["viewport"])
    expect(opened.locator(".in-margin")).to_have_count(0)
    expect(opened.locator(".page-notes h2")).to_be_visible()
    opened.set_viewport_size(WIDE["viewport"])
    expect(opened.locator(".page-notes.in-margin")).to_have_count(1)


@view(WIDE, TABLET, PHONE, ids="wide narrow phone")
def test_what_a_link_names_is_in_the_upper_third_and_opens_no_preview(
    page, fullest, note, mark, shown, preview
):
    for anchor in (f"at-{note.anchor}", note.paragraph, note.anchor):
        page.goto("about:blank")
        settled(page, f"{fullest.address}#{anchor}")
        page.wait_for_function(UPPER_THIRD, arg=anchor)
        expect(page.locator(f"#{anchor}")).to_be_visible()
        expect(preview).to_have_count(0)
    if page.viewport_size == WIDE["viewport"]:
        expect(mark).to_be_in_viewport()
    shown.locator(".note-number").click()
    expect(page).to_have_url(f"{fullest.address}#at-{note.anchor}")
    expect(mark).to_be_in_viewport()


@view(PHONE, ids="phone")
def test_next_stands_after_the_text_the_lists_are_folded_and_the_head_comes_back(opened, shown):
    last, steps = (opened.locator(one).last.bounding_box() for one in (".para", ".steps"))
    assert 0 < steps["y"] - (last["y"] + last["height"]) < PHONE["viewport"]["height"] / 2
    contents = opened.get_by_role("button", name="Contents")
    opened.evaluate("scrollTo(0, 900)")
    expect(contents).not_to_be_in_viewport()
    opened.evaluate("scrollTo(0, 800)")
    expect(contents).to_be_in_viewport()
    expect(opened.locator("details.fold[open]")).to_have_count(0)
    opened.locator(".page-notes summary").click()
    expect(shown.locator(".note-text")).to_be_visible()


@view(TABLET, ids="narrow")
def test_an_address_that_cannot_be_decoded_stops_no_script(page, fullest):
    page.goto(f"{fullest.address}#100%")
    expect(page.locator("details.fold").first).to_be_visible()
    expect(page.locator("details.fold[open]")).to_have_count(0)


@view(WIDE, PHONE, ids="wide phone")
def test_a_cross_link_shows_the_paragraph_that_it_leads_to(page, site, preview):
    address = first_with(site, CROSS_LINK)
    settled(page, address)
    link = page.locator(f"xpath={CROSS_LINK}").first
    link.tap() if page.viewport_size == PHONE["viewport"] else link.hover()
    expect(preview).to_be_visible()
    words = " ".join(preview.locator(".preview-part").nth(1).inner_text().split())
    assert len(words) > 20
    expect(page).to_have_url(address)
    page.keyboard.press("Escape")
    link.evaluate("link => link.click()")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text(words[:20])


@view(PHONE, ids="phone")
def test_a_tap_opens_the_note_under_the_line_and_another_closes_it(
    opened, fullest, note, mark, preview
):
    mark.scroll_into_view_if_needed()
    before = opened.evaluate(PLACES)
    mark.tap()
    expect(preview).to_contain_text(note.confidence_in_words)
    box, at = preview.bounding_box(), mark.bounding_box()
    assert (box["x"], box["width"]) == (0, PHONE["viewport"]["width"])
    assert box["y"] + box["height"] == PHONE["viewport"]["height"], "it is at the thumb"
    assert 0 <= at["y"] <= box["y"] - at["height"], "the sheet covers the mark"
    expect(opened).to_have_url(fullest.address)
    opened.locator("h1").dispatch_event("pointerdown")
    expect(preview).to_have_count(0)
    assert opened.evaluate(PLACES) == before


@view(WIDE, PHONE, ids="wide phone")
def test_the_switch_turns_the_notes_off_and_the_choice_stays(opened, edition, fullest):
    noted = (page.address for page in edition.pages if edition.notes_on(page.path))
    other = next(address for address in noted if address != fullest.address)
    hide = opened.get_by_role("button", name="Hide notes", exact=True)
    show = opened.get_by_role("button", name="Show notes", exact=True)
    expect(show).to_have_count(0)
    hide.click()
    for address in ("", fullest.address, other):
        if address:
            settled(opened, address)
        expect(show).to_be_visible()
        expect(hide).to_have_count(0)
        assert opened.locator(".note-mark:visible, .page-notes:visible, .note:visible").count() == 0
    show.click()
    for is_reloaded in (False, True):
        if is_reloaded:
            opened.reload()
        expect(hide).to_be_visible()
        expect(opened.locator(".note-mark").first).to_be_visible()
        expect(opened.locator(".page-notes")).not_to_have_css("display", "none")


@view(SCRIPTLESS, ids="no-scripts")
def test_without_scripts_the_notes_are_a_list_at_the_foot(opened, note, mark):
    target = opened.locator(":target")
    expect(opened.get_by_role("button", name="notes")).to_have_count(0)
    mark.click()
    expect(target).to_have_id(note.anchor)
    expect(target).to_be_in_viewport()
    target.locator(".note-number").click()
    expect(target).to_have_id(f"at-{note.anchor}")
    expect(mark).to_be_in_viewport()


@pytest.mark.parametrize(
    ("reader", "way"),
    [(WIDE, "hover"), (WIDE, "focus"), (TABLET, "hover"), (PHONE, "tap")],
    indirect=["reader"],
    ids=["wide", "keyboard", "narrow", "phone"],
)
def test_a_term_is_explained_where_it_stands_and_leads_to_the_glossary(
    page, explained, preview, way
):
    address, id, words = explained
    settled(page, address)
    term = page.locator(f"p a.term[data-term='{id}']")
    before = page.evaluate(PLACES)
    tab_to(page, term) if way == "focus" else getattr(term, way)()
    expect(preview).to_contain_text(words)
    expect(page).to_have_url(address)
    assert page.evaluate(PLACES) == before
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    if way == "hover":
        term.click()
        expect(page).to_have_url(f"glossary/#{id}")
        expect(page.locator(":target")).to_contain_text(words)


@view(TABLET, SCRIPTLESS, ids="narrow no-scripts")
def test_filters_show_one_type_of_note_one_kind_of_event_and_one_verdict(page, edition):
    notes = [{note.type, note.verdict} for note in edition.notes]
    groups = defaultdict(set)
    for note in edition.notes:
        groups[note.page] |= {note.type, note.verdict}
    events = [{event.kind} for event in edition.timeline]
    verdicts = [{item.verdict} for item in edition.evidence]
    for address, item, marked in (
        ("notes/", ".note", notes),
        ("notes/", ".notes-group", groups.values()),
        ("timeline/", ".timeline > li", events),
        ("timeline/", ".timeline-picture circle", events),
        ("evidence/", ".evidence-entry", verdicts),
    ):
        page.goto(address)
        shown = page.evaluate(SHOWN, item)
        assert set().union(*marked) <= set(shown)
        for name, count in shown.items():
            assert count == sum(name in ("all", *marks) for marks in marked), (item, name)


def test_a_filter_has_an_address_and_dots_and_boxes_are_followed_by_the_keyboard(page, edition):
    page.goto("notes/#filter-differs")
    differing = [note for note in edition.notes if note.verdict == "differs"]
    expect(page.locator(".note").filter(visible=True)).to_have_count(len(differing))
    page.goto("timeline/")
    first = page.locator(".timeline-picture svg a").first
    first.press("Enter")
    expect(page).to_have_url(f"timeline/{first.get_attribute('href')}")
    expect(page.locator(":target")).to_be_in_viewport()
    page.goto("")
    page.locator(".argument-picture svg a").first.press("Enter")
    place = edition.argument[0].targets[0]
    expect(page.locator("h1")).to_contain_text(edition.by_path[place.page].heading)
