"""Notes and terms: in the margin, under the line and at the foot; what the switch and the filters hide."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.reading import NO_SCRIPTS, PHONE, WIDE, Site, tab_to
from edition.model import Note

NARROW = {"viewport": {"width": 800, "height": 700}}
SCRIPTLESS = {**NARROW, **NO_SCRIPTS}
VIEWS = {"wide": WIDE, "narrow": NARROW, "phone": PHONE, "no-scripts": SCRIPTLESS}
LINE = 34  # pixels: a line of text
BOXES = "all => all.map(one => { const box = one.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom].map(Math.round) })"
WITH_SCROLL = "() => [...document.querySelectorAll('.page p.para, .page h1, .works-cited li')].map(p => { const b = p.getBoundingClientRect(); return [b.left, b.top + scrollY, b.width, b.height].map(Math.round) })"
CUT = "notes => notes.filter(note => { const p = note.querySelector('p'), text = note.querySelector('.note-text').getBoundingClientRect(), box = p.getBoundingClientRect(); return p.scrollHeight > p.clientHeight + 1 || text.bottom > box.bottom + 1 || text.right > box.right + 1 }).map(note => note.id)"
UPPER_THIRD = "id => { const y = document.getElementById(id).getBoundingClientRect().top; return y > 0 && y < innerHeight / 3 }"
# How many items and groups are seen after the choice of each button of a filter.
SHOWN = """(items) => Object.fromEntries([...document.querySelectorAll('.filter input')].map(input => {
  input.checked = true
  return [input.id.replace('filter-', ''), items.map(item => [...document.querySelectorAll(item)].filter(one => one.checkVisibility()).length)]
}))"""
CROSS_LINK = ".para a[href*='#p']:not([class])"


def views(*names: str) -> pytest.MarkDecorator:
    """The windows in which a test is run."""
    return pytest.mark.parametrize("reader", [VIEWS[n] for n in names], indirect=True, ids=names)


@pytest.fixture(scope="session")
def long_note(site: Site, fullest: str) -> Note:
    """The longest of its notes."""
    notes = site.edition.notes_on(site.known(fullest).path)
    return max((note for note in notes if note.lemma and note.sources), key=lambda n: len(n.text))


@pytest.fixture(scope="session")
def explained(site: Site) -> tuple[str, str, str]:
    """A page's address, the id of a term marked on it, and the beginning of its explanation."""
    address = site.first_with("//article//p//a[@class='term']")
    article = site.parsed(address).find(".//article")
    id = article.xpath(".//p//a[@class='term']/@data-term")[0]
    words = article.xpath(f"string(.//*[@class='page-terms']//div[@data-term='{id}']/dd)")
    return address, id, " ".join(words.split())[:40]


@pytest.fixture(params=["fullest", pytest.param("all", marks=pytest.mark.sweep)])
def noted(request: pytest.FixtureRequest, site: Site, fullest: str) -> list[str]:
    """The addresses of the page with the most notes, or of all pages with notes."""
    if request.param == "fullest":
        return [fullest]
    edition = site.edition
    return [page.address for page in edition.pages if edition.notes_on(page.path)]


def mark_of(page: Page, note: Note) -> Locator:
    return page.locator(f"#at-{note.anchor}")


def preview(page: Page) -> Locator:
    return page.locator(".preview")


def settled(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.fonts.ready")


@pytest.fixture
def opened(page: Page, fullest: str) -> Page:
    """The page with the most notes."""
    settled(page, fullest)
    return page


def test_every_mark_stands_in_the_paragraph_of_its_note(site):
    for page in site.edition.pages:
        article = site.parsed(page.address).find(".//article")
        for note in (note for note in site.edition.notes_on(page.path) if note.lemma):
            mark = article.get_element_by_id(f"at-{note.anchor}")
            assert mark.xpath("ancestor::p/@id") == [note.paragraph], note.anchor


@pytest.mark.parametrize(
    "reader",
    [{**WIDE, "fonts": "wide"}, {**WIDE, "fonts": "narrow"}],
    indirect=True,
    ids=["wide-fonts", "narrow-fonts"],
)
def test_notes_stand_in_the_margin_beside_their_lines(page, site, noted):
    for address in noted:
        settled(page, address)
        notes = site.edition.notes_on(site.known(address).path)
        boxes = page.locator(".page-notes.in-margin .note").evaluate_all(BOXES)
        assert len(boxes) == len(notes)
        right_of_text = max(right for _, _, right, _ in page.locator(".para").evaluate_all(BOXES))
        last = 0
        for at, (note, (left, top, right, bottom)) in enumerate(zip(notes, boxes, strict=True)):
            assert right_of_text < left < right <= WIDE["viewport"]["width"], note.anchor
            assert top >= last, f"{note.anchor} covers the note above it"
            if note.lemma:
                mark = mark_of(page, note).evaluate_all(BOXES)[0]
                below = boxes[at + 1][1] if at + 1 < len(boxes) else bottom + 2 * LINE
                is_beside = abs(top - mark[1]) <= LINE
                assert is_beside or top - last <= LINE or below - bottom <= LINE, (
                    f"{note.anchor} is neither beside its mark nor next to another"
                )
            last = bottom
        assert last <= page.locator(".page").evaluate_all(BOXES)[0][3] + 1, address


@pytest.mark.parametrize("width", [1440, 1240, 992])
def test_no_note_in_the_margin_is_cut(page, noted, width):
    page.set_viewport_size({"width": width, "height": 900})
    for address in noted:
        settled(page, address)
        assert page.locator(".page-notes.in-margin").count() == 1, address
        assert page.locator(".in-margin .note").evaluate_all(CUT) == [], address


@views("wide")
def test_a_note_in_the_margin_shows_its_sources_and_nothing_moves(opened, long_note):
    before = opened.evaluate(WITH_SCROLL)
    note, mark = opened.locator(f"#{long_note.anchor}"), mark_of(opened, long_note)
    expect(note.locator(".note-verdict")).to_be_visible()
    link = note.locator("a").first
    for look in (mark.hover, mark.focus, link.hover, link.focus):
        expect(note.locator(".note-sources")).to_be_hidden()
        mark.scroll_into_view_if_needed()
        look()
        expect(note.locator(".note-sources")).to_be_visible()
        expect(note.locator(".note-facts")).to_be_visible()
        expect(preview(opened)).to_have_count(0)
        assert opened.evaluate(WITH_SCROLL) == before
        opened.mouse.move(1, 1)
        opened.evaluate("document.activeElement.blur()")
    expect(note.locator(".note-sources")).to_be_hidden()


@views("wide")
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
    expect(opened).to_have_url(fullest)


@views("wide")
def test_enter_on_a_mark_goes_into_its_note_and_escape_back(opened, long_note):
    mark_of(opened, long_note).focus()
    opened.keyboard.press("Enter")
    expect(opened.locator(f"#{long_note.anchor} .note-number")).to_be_focused()
    opened.keyboard.press("Escape")
    expect(mark_of(opened, long_note)).to_be_focused()


@views("wide", "narrow", "phone")
def test_what_a_link_names_is_in_the_upper_third_and_opens_no_preview(page, fullest, long_note):
    for anchor in (f"at-{long_note.anchor}", long_note.anchor, long_note.paragraph):
        page.goto("about:blank")
        settled(page, f"{fullest}#{anchor}")
        page.wait_for_function(UPPER_THIRD, arg=anchor)
        expect(page.locator(f"#{anchor}")).to_be_visible()
        expect(preview(page)).to_have_count(0)


@views("wide")
def test_a_link_to_a_note_shows_its_sentence_and_the_note_leads_to_it(page, fullest, long_note):
    settled(page, f"{fullest}#{long_note.anchor}")
    expect(mark_of(page, long_note)).to_be_in_viewport()
    page.locator(f"#{long_note.anchor} .note-number").click()
    expect(page).to_have_url(f"{fullest}#at-{long_note.anchor}")
    expect(mark_of(page, long_note)).to_be_in_viewport()


@views("phone")
def test_next_stands_after_the_text_and_the_lists_are_folded(opened, long_note):
    last, steps = (opened.locator(one).last.bounding_box() for one in (".para", ".steps"))
    assert 0 < steps["y"] - (last["y"] + last["height"]) < PHONE["viewport"]["height"] / 2
    for fold in opened.locator("details.fold").all():
        expect(fold).not_to_have_attribute("open", "")
    opened.locator(".page-notes summary").click()
    expect(opened.locator(f"#{long_note.anchor} .note-text")).to_be_visible()


@views("narrow")
def test_an_address_that_cannot_be_decoded_stops_no_script(page, fullest):
    page.goto(f"{fullest}#100%")
    for fold in page.locator("details.fold").all():
        expect(fold).not_to_have_attribute("open", "")


@views("phone")
def test_the_head_comes_back_when_one_scrolls_up(opened):
    contents = opened.get_by_role("button", name="Contents")
    opened.evaluate("scrollTo(0, 900)")
    expect(contents).not_to_be_in_viewport()
    opened.evaluate("scrollTo(0, 800)")
    expect(contents).to_be_in_viewport()


@views("wide", "phone")
def test_a_cross_link_shows_the_paragraph_that_it_leads_to(page, site):
    found = "//p[contains(@class, 'para')]//a[not(@class) and contains(@href, '#p')]"
    address = site.first_with(found)
    settled(page, address)
    link = page.locator(CROSS_LINK).first
    link.tap() if page.evaluate("matchMedia('(hover: none)').matches") else link.hover()
    expect(preview(page)).to_be_visible()
    shown = " ".join(preview(page).locator(".preview-part").nth(1).inner_text().split())
    expect(page).to_have_url(address)
    page.keyboard.press("Escape")
    link.evaluate("link => link.click()")
    expect(page.locator(":target")).to_be_in_viewport()
    assert shown[:20] in " ".join(page.locator(":target").inner_text().split())


@views("wide")
def test_notes_find_their_margin_again_when_the_window_changes(opened):
    opened.set_viewport_size(NARROW["viewport"])
    expect(opened.locator(".in-margin")).to_have_count(0)
    expect(opened.locator(".page-notes h2")).to_be_visible()
    opened.set_viewport_size(WIDE["viewport"])
    expect(opened.locator(".page-notes.in-margin")).to_have_count(1)


@views("phone")
def test_a_tap_opens_the_note_under_the_line_and_another_closes_it(opened, fullest, long_note):
    mark_of(opened, long_note).scroll_into_view_if_needed()
    before = opened.evaluate(WITH_SCROLL)
    mark_of(opened, long_note).tap()
    expect(preview(opened)).to_be_visible()
    expect(preview(opened)).to_contain_text(long_note.confidence_in_words)
    box, mark = preview(opened).bounding_box(), mark_of(opened, long_note).bounding_box()
    assert (box["x"], box["width"]) == (0, PHONE["viewport"]["width"])
    assert box["y"] + box["height"] == PHONE["viewport"]["height"], "it is at the thumb"
    assert 0 <= mark["y"] <= box["y"] - mark["height"], "the sheet covers the mark"
    assert opened.evaluate(WITH_SCROLL) == before
    expect(opened).to_have_url(fullest)
    opened.locator("h1").dispatch_event("pointerdown")
    expect(preview(opened)).to_have_count(0)
    assert opened.evaluate(WITH_SCROLL) == before


@views("narrow")
def test_the_keyboard_opens_the_note_goes_into_it_and_closes_it(opened, fullest, long_note):
    before = opened.evaluate(WITH_SCROLL)
    mark = mark_of(opened, long_note)
    tab_to(opened, mark)
    expect(preview(opened)).to_contain_text(long_note.confidence_in_words)
    expect(mark).to_have_attribute("aria-expanded", "true")
    assert opened.evaluate(WITH_SCROLL) == before
    opened.keyboard.press("Tab")
    expect(preview(opened).locator(":focus")).to_have_count(1)
    opened.keyboard.press("Escape")
    expect(preview(opened)).to_have_count(0)
    expect(mark).to_be_focused()
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(f"{fullest}#{long_note.anchor}")


@views("wide", "phone")
def test_the_switch_turns_the_notes_off_and_the_choice_stays(opened, site, fullest):
    noted = (page.address for page in site.edition.pages if site.edition.notes_on(page.path))
    other = next(address for address in noted if address != fullest)
    hide = opened.get_by_role("button", name="Hide notes", exact=True)
    show = opened.get_by_role("button", name="Show notes", exact=True)
    expect(show).to_have_count(0)
    hide.click()
    for address in (None, fullest, other):
        if address:
            settled(opened, address)
        expect(show).to_be_visible()
        expect(hide).to_have_count(0)
        assert opened.locator(".note-mark:visible, .page-notes:visible, .note:visible").count() == 0
    show.click()
    expect(opened.locator(".note-mark").first).to_be_visible()
    expect(opened.locator(".page-notes")).not_to_have_css("display", "none")
    opened.reload()
    expect(hide).to_be_visible()
    expect(opened.locator(".note-mark").first).to_be_visible()


@views("no-scripts")
def test_without_scripts_the_notes_are_a_list_at_the_foot(opened, long_note):
    target = opened.locator(":target")
    expect(opened.get_by_role("button", name="notes")).to_have_count(0)
    mark_of(opened, long_note).click()
    expect(target).to_have_id(long_note.anchor)
    expect(target).to_be_in_viewport()
    expect(target.locator(".note-facts")).to_be_visible()
    target.locator(".note-number").click()
    expect(target).to_have_id(f"at-{long_note.anchor}")
    expect(mark_of(opened, long_note)).to_be_in_viewport()


@pytest.mark.parametrize(
    ("reader", "way"),
    [(WIDE, "hover"), (WIDE, "focus"), (NARROW, "hover"), (PHONE, "tap")],
    indirect=["reader"],
    ids=["wide", "keyboard", "narrow", "phone"],
)
def test_a_term_is_explained_where_it_stands(page, explained, way):
    address, id, words = explained
    settled(page, address)
    term = page.locator(f"p a.term[data-term='{id}']")
    before = page.evaluate(WITH_SCROLL)
    tab_to(page, term) if way == "focus" else getattr(term, way)()
    expect(preview(page)).to_contain_text(words)
    expect(page).to_have_url(address)
    assert page.evaluate(WITH_SCROLL) == before
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)


@views("narrow")
def test_a_term_leads_to_the_glossary(page, explained):
    address, id, words = explained
    settled(page, address)
    page.locator(f"p a.term[data-term='{id}']").click()
    expect(page).to_have_url(f"glossary/#{id}")
    expect(page.locator(":target")).to_contain_text(words)


@views("narrow", "no-scripts")
def test_filters_show_one_type_of_note_and_one_kind_of_event(page, site):
    notes, events = site.edition.notes, site.edition.timeline
    page.goto("notes/")
    page.get_by_label("All", exact=True).check()
    expect(page.locator(".note:visible")).to_have_count(len(notes))
    shown = page.evaluate(SHOWN, [".note", ".notes-group"])
    for name, counts in shown.items():
        chosen = [note for note in notes if name in ("all", note.type, note.verdict)]
        assert counts == [len(chosen), len({note.page for note in chosen})], name
    assert {note.type for note in notes} | {"differs"} <= set(shown)
    if page.evaluate("document.documentElement.classList.contains('js')"):
        page.goto("about/")
        page.goto("notes/#filter-differs")
        expect(page.locator(".note:visible")).to_have_count(shown["differs"][0])
    page.goto("timeline/")
    shown = page.evaluate(SHOWN, [".timeline > li", ".timeline-picture circle"])
    for name, counts in shown.items():
        chosen = [event for event in events if name in ("all", event.kind)]
        assert counts == [len(chosen)] * 2, name
    assert {event.kind for event in events} <= set(shown)


@views("narrow")
def test_dots_and_boxes_are_walked_and_followed_by_the_keyboard(page, site):
    settled(page, "timeline/")
    first = page.locator(".timeline-picture svg a").first
    id = first.get_attribute("href")
    first.press("Enter")
    expect(page).to_have_url(f"timeline/{id}")
    expect(page.locator(":target")).to_be_in_viewport()
    settled(page, "")
    page.locator(".argument-picture svg a").first.press("Enter")
    place = site.edition.argument[0].targets[0]
    expect(page.locator("h1")).to_contain_text(site.edition.by_path[place.page].heading)
