"""Notes and terms: in the margin, under the line and at the foot; what the switch and the filters hide."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from playwright.sync_api import Locator, Page, expect

from browser.reading import NO_SCRIPTS, PHONE, WIDE, Site, tab_to
from edition.model import Note
from edition.model.apparatus.mention import straight

NARROW = {"viewport": {"width": 800, "height": 700}}
SCRIPTLESS = {**NARROW, **NO_SCRIPTS}
wide = pytest.mark.parametrize("reader", [WIDE], indirect=True, ids=["wide"])
narrow = pytest.mark.parametrize("reader", [NARROW], indirect=True, ids=["narrow"])
phone = pytest.mark.parametrize("reader", [PHONE], indirect=True, ids=["phone"])
scriptless = pytest.mark.parametrize("reader", [SCRIPTLESS], indirect=True, ids=["no-scripts"])
LINE = 34  # pixels: a line of text
BOXES = "all => all.map(one => { const box = one.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom].map(Math.round) })"
WITH_SCROLL = "() => [...document.querySelectorAll('.page p.para, .page h1, .works-cited li')].map(p => { const b = p.getBoundingClientRect(); return [b.left, b.top + scrollY, b.width, b.height].map(Math.round) })"
CUT = "notes => notes.filter(note => { const p = note.querySelector('p'), text = note.querySelector('.note-text').getBoundingClientRect(), box = p.getBoundingClientRect(); return p.scrollHeight > p.clientHeight + 1 || text.bottom > box.bottom + 1 || text.right > box.right + 1 }).map(note => note.id)"


@pytest.fixture(scope="session")
def long_note(site: Site, fullest: str) -> Note:
    """The longest of its notes."""
    notes = next(
        site.edition.notes_on(page.path) for page in site.edition.pages if page.address == fullest
    )
    return max((note for note in notes if note.lemma and note.sources), key=lambda n: len(n.text))


@pytest.fixture(scope="session")
def explained(site: Site) -> tuple[str, str, str]:
    """A page's address, the id of a term marked on it, and the beginning of its explanation."""
    for address in site.pages:
        article = site.parsed(address).find(".//article")
        for link in article.xpath(".//p//a[@class='term']"):
            explanation = article.xpath(
                f".//*[@class='page-terms']//div[@data-term='{link.get('data-term')}']/dd"
            )[0].text_content()
            return address, link.get("data-term"), " ".join(explanation.split())[:40]
    raise LookupError("no page has a marked term: the browser has nothing to try")


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


def test_every_mark_stands_behind_its_words(site: Site) -> None:
    for page in site.edition.pages:
        article = site.parsed(page.address).find(".//article")
        for note in (note for note in site.edition.notes_on(page.path) if note.lemma):
            mark = article.get_element_by_id(f"at-{note.anchor}")
            paragraph = mark.xpath("ancestor::p")[0]
            assert paragraph.get("id") == note.paragraph
            words = ""
            for event, element in etree.iterwalk(paragraph, events=("start", "end")):
                if element is mark:
                    break
                is_sign = (element.get("class") or "").startswith(("note-mark", "citation"))
                words += (
                    (element.text or "") * (not is_sign) if event == "start" else element.tail or ""
                )
            link = (
                mark.getprevious()
                if mark.getprevious() is not None
                and mark.getprevious().tag == "a"
                and not mark.getprevious().tail
                else None
            )
            within = link.text_content() if link is not None else ""
            # Dates and amounts keep together by spaces that do not break.
            assert (
                straight(note.lemma)[-10:]
                in straight(words).replace("\u00a0", " ")[-10 - len(within) :]
            ), note.anchor


@pytest.mark.parametrize(
    "reader",
    [{**WIDE, "fonts": "wide"}, {**WIDE, "fonts": "narrow"}],
    indirect=True,
    ids=["wide-fonts", "narrow-fonts"],
)
def test_notes_stand_in_the_margin_beside_their_lines(page: Page, site: Site, noted: list[str]):
    for address in noted:
        known = next(known for known in site.edition.pages if known.address == address)
        settled(page, address)
        notes = site.edition.notes_on(known.path)
        boxes = page.locator(".page-notes.in-margin .note").evaluate_all(BOXES)
        assert len(boxes) == len(notes)
        right_of_text = max(right for _, _, right, _ in page.locator(".para").evaluate_all(BOXES))
        last = 0
        for at, (note, (left, top, right, bottom)) in enumerate(zip(notes, boxes, strict=True)):
            assert right_of_text < left < right <= WIDE["viewport"]["width"], note.anchor
            assert top >= last, f"{note.anchor} covers the note above it"
            if note.lemma:
                mark = mark_of(page, note).evaluate_all(BOXES)[0]
                beside = abs(top - mark[1]) <= LINE
                below = boxes[at + 1][1] if at + 1 < len(boxes) else bottom + 2 * LINE
                assert beside or top - last <= LINE or below - bottom <= LINE, (
                    f"{note.anchor} is neither beside its mark nor next to another"
                )
            last = bottom
        assert last <= page.locator(".page").evaluate_all(BOXES)[0][3] + 1, known.address


@pytest.mark.parametrize("width", [1440, 1240, 992])
def test_no_note_in_the_margin_is_cut(page: Page, noted: list[str], width: int):
    page.set_viewport_size({"width": width, "height": 900})
    for address in noted:
        settled(page, address)
        assert page.locator(".page-notes.in-margin").count() == 1, address
        assert page.locator(".in-margin .note").evaluate_all(CUT) == [], address


@wide
@pytest.mark.parametrize("way", ["mark hovered", "mark focused", "note hovered", "note focused"])
def test_a_note_in_the_margin_shows_its_sources_and_nothing_moves(
    page: Page, fullest: str, long_note: Note, way: str
):
    settled(page, fullest)
    before = page.evaluate(WITH_SCROLL)
    note = page.locator(f"#{long_note.anchor}")
    expect(note.locator(".note-verdict")).to_be_visible()
    expect(note.locator(".note-sources")).to_be_hidden()
    target = mark_of(page, long_note) if way.startswith("mark") else note.locator("a").first
    target.scroll_into_view_if_needed()
    target.hover() if way.endswith("hovered") else target.focus()
    expect(note.locator(".note-sources")).to_be_visible()
    expect(note.locator(".note-facts")).to_be_visible()
    expect(preview(page)).to_have_count(0)
    assert page.evaluate(WITH_SCROLL) == before
    page.mouse.move(1, 1)
    page.evaluate("document.activeElement.blur()")
    expect(note.locator(".note-sources")).to_be_hidden()


@wide
def test_a_click_pins_the_note_beside_its_mark_and_scrolls_nothing(page: Page, fullest: str):
    settled(page, fullest)
    for mark in page.locator(".note-mark").all():
        mark.scroll_into_view_if_needed()
        before = mark.bounding_box()["y"]
        mark.click()
        note = page.locator(f"#n{mark.get_attribute('data-note')}")
        expect(note).to_have_class(re.compile(r"\bpinned\b"))
        assert mark.bounding_box()["y"] == before
        assert abs(note.bounding_box()["y"] - before) <= LINE
    page.keyboard.press("Escape")
    expect(page.locator(".pinned")).to_have_count(0)
    expect(page).to_have_url(fullest)


@wide
def test_enter_on_a_mark_goes_into_its_note_and_escape_back(
    page: Page, fullest: str, long_note: Note
):
    settled(page, fullest)
    mark_of(page, long_note).focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{long_note.anchor} .note-number")).to_be_focused()
    page.keyboard.press("Escape")
    expect(mark_of(page, long_note)).to_be_focused()


@pytest.mark.parametrize(
    "reader", [WIDE, NARROW, PHONE], indirect=True, ids=["wide", "narrow", "phone"]
)
def test_what_a_link_names_is_in_the_upper_third_and_opens_no_preview(
    page: Page, fullest: str, long_note: Note
):
    for anchor in (f"at-{long_note.anchor}", long_note.anchor, long_note.paragraph):
        page.goto("about:blank")
        settled(page, f"{fullest}#{anchor}")
        place = page.locator(f"#{anchor}")
        height = page.viewport_size["height"]
        page.wait_for_function(
            "([id, third]) => { const y = document.getElementById(id).getBoundingClientRect().top; return y > 0 && y < third }",
            arg=[anchor, height / 3],
        )
        expect(place).to_be_visible()
        expect(preview(page)).to_have_count(0)


@wide
def test_a_link_to_a_note_shows_its_sentence_and_the_note_leads_to_it(
    page: Page, fullest: str, long_note: Note
):
    settled(page, f"{fullest}#{long_note.anchor}")
    expect(mark_of(page, long_note)).to_be_in_viewport()
    page.locator(f"#{long_note.anchor} .note-number").click()
    expect(page).to_have_url(f"{fullest}#at-{long_note.anchor}")
    expect(mark_of(page, long_note)).to_be_in_viewport()


@phone
def test_next_stands_after_the_text_and_the_lists_are_folded(
    page: Page, fullest: str, long_note: Note
):
    settled(page, fullest)
    last, steps = page.locator(".para").last.bounding_box(), page.locator(".steps").bounding_box()
    assert 0 < steps["y"] - (last["y"] + last["height"]) < PHONE["viewport"]["height"] / 2
    for fold in page.locator("details.fold").all():
        expect(fold).not_to_have_attribute("open", "")
    page.locator(".page-notes summary").click()
    expect(page.locator(f"#{long_note.anchor} .note-text")).to_be_visible()


@narrow
def test_an_address_that_cannot_be_decoded_stops_no_script(page: Page, fullest: str):
    page.goto(f"{fullest}#100%")
    for fold in page.locator("details.fold").all():
        expect(fold).not_to_have_attribute("open", "")


@phone
def test_the_head_comes_back_when_one_scrolls_up(page: Page, fullest: str):
    settled(page, fullest)
    contents = page.get_by_role("button", name="Contents")
    page.evaluate("scrollTo(0, 900)")
    expect(contents).not_to_be_in_viewport()
    page.evaluate("scrollTo(0, 800)")
    expect(contents).to_be_in_viewport()


CROSS_LINK = ".para a[href*='#p']:not([class])"


@pytest.mark.parametrize("reader", [WIDE, PHONE], indirect=True, ids=["wide", "phone"])
def test_a_cross_link_shows_the_paragraph_that_it_leads_to(page: Page, site: Site):
    found = "//p[contains(@class, 'para')]//a[not(@class) and contains(@href, '#p')]"
    address = next(one for one in site.pages if site.parsed(one).xpath(found))
    settled(page, address)
    link = page.locator(CROSS_LINK).first
    if page.evaluate("matchMedia('(hover: none)').matches"):
        link.tap()
    else:
        link.hover()
    expect(preview(page)).to_be_visible()
    shown = " ".join(preview(page).locator(".preview-part").nth(1).inner_text().split())
    expect(page).to_have_url(address)
    page.keyboard.press("Escape")
    link.evaluate("link => link.click()")
    expect(page.locator(":target")).to_be_in_viewport()
    assert shown[:20] in " ".join(page.locator(":target").inner_text().split())


@wide
def test_notes_find_their_margin_again_when_the_window_changes(page: Page, fullest: str):
    settled(page, fullest)
    page.set_viewport_size(NARROW["viewport"])
    expect(page.locator(".in-margin")).to_have_count(0)
    expect(page.locator(".page-notes h2")).to_be_visible()
    page.set_viewport_size(WIDE["viewport"])
    expect(page.locator(".page-notes.in-margin")).to_have_count(1)


@phone
def test_a_tap_opens_the_note_under_the_line_and_another_closes_it(
    page: Page, fullest: str, long_note: Note
):
    settled(page, fullest)
    mark_of(page, long_note).scroll_into_view_if_needed()
    before = page.evaluate(WITH_SCROLL)
    mark_of(page, long_note).tap()
    expect(preview(page)).to_be_visible()
    expect(preview(page)).to_contain_text(long_note.confidence_in_words)
    box, mark = preview(page).bounding_box(), mark_of(page, long_note).bounding_box()
    assert (box["x"], box["width"]) == (0, PHONE["viewport"]["width"])
    assert box["y"] + box["height"] == PHONE["viewport"]["height"], "it is at the thumb"
    assert 0 <= mark["y"] <= box["y"] - mark["height"], "the sheet covers the mark"
    assert page.evaluate(WITH_SCROLL) == before
    expect(page).to_have_url(fullest)
    page.locator("h1").dispatch_event("pointerdown")
    expect(preview(page)).to_have_count(0)
    assert page.evaluate(WITH_SCROLL) == before


@narrow
def test_the_keyboard_opens_the_note_goes_into_it_and_closes_it(
    page: Page, fullest: str, long_note: Note
):
    settled(page, fullest)
    before = page.evaluate(WITH_SCROLL)
    mark = mark_of(page, long_note)
    tab_to(page, mark)
    expect(preview(page)).to_contain_text(long_note.confidence_in_words)
    expect(mark).to_have_attribute("aria-expanded", "true")
    assert page.evaluate(WITH_SCROLL) == before
    page.keyboard.press("Tab")
    expect(preview(page).locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{fullest}#{long_note.anchor}")


@pytest.mark.parametrize("reader", [WIDE, PHONE], indirect=True, ids=["wide", "phone"])
def test_the_switch_turns_the_notes_off_and_the_choice_stays(page: Page, site: Site, fullest: str):
    other = next(
        known.address
        for known in site.edition.pages
        if known.address != fullest and site.edition.notes_on(known.path)
    )
    settled(page, fullest)
    hide = page.get_by_role("button", name="Hide notes", exact=True)
    show = page.get_by_role("button", name="Show notes", exact=True)
    expect(show).to_have_count(0)
    hide.click()
    for address in (None, fullest, other):
        if address:
            settled(page, address)
        expect(show).to_be_visible()
        expect(hide).to_have_count(0)
        assert page.locator(".note-mark:visible, .page-notes:visible, .note:visible").count() == 0
    show.click()
    expect(page.locator(".note-mark").first).to_be_visible()
    expect(page.locator(".page-notes")).not_to_have_css("display", "none")
    page.reload()
    expect(hide).to_be_visible()
    expect(page.locator(".note-mark").first).to_be_visible()


@scriptless
def test_without_scripts_the_notes_are_a_list_at_the_foot(
    page: Page, fullest: str, long_note: Note
):
    page.goto(fullest)
    expect(page.get_by_role("button", name="notes")).to_have_count(0)
    mark_of(page, long_note).click()
    expect(page.locator(":target")).to_have_id(long_note.anchor)
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target .note-facts")).to_be_visible()
    page.locator(":target .note-number").click()
    expect(page.locator(":target")).to_have_id(f"at-{long_note.anchor}")
    expect(mark_of(page, long_note)).to_be_in_viewport()


@pytest.mark.parametrize(
    ("reader", "way"),
    [(WIDE, "hover"), (WIDE, "focus"), (NARROW, "hover"), (PHONE, "tap")],
    indirect=["reader"],
    ids=["wide", "keyboard", "narrow", "phone"],
)
def test_a_term_is_explained_where_it_stands(page: Page, explained: tuple[str, str, str], way: str):
    address, id, words = explained
    settled(page, address)
    term = page.locator(f"p a.term[data-term='{id}']")
    before = page.evaluate(WITH_SCROLL)
    if way == "focus":
        tab_to(page, term)
    else:
        getattr(term, way)()
    expect(preview(page)).to_contain_text(words)
    expect(page).to_have_url(address)
    assert page.evaluate(WITH_SCROLL) == before
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)


@narrow
def test_a_term_leads_to_the_glossary(page: Page, explained: tuple[str, str, str]):
    address, id, words = explained
    settled(page, address)
    page.locator(f"p a.term[data-term='{id}']").click()
    expect(page).to_have_url(f"glossary/#{id}")
    expect(page.locator(":target")).to_contain_text(words)


@pytest.mark.parametrize(
    "reader", [NARROW, SCRIPTLESS], indirect=True, ids=["scripts", "no-scripts"]
)
def test_filters_show_one_type_of_note_and_one_kind_of_event(page: Page, site: Site):
    edition = site.edition
    page.goto("notes/")
    for kind in sorted({note.type for note in edition.notes}):
        page.locator(f"#filter-{kind}").check()
        expect(page.locator(".note:visible")).to_have_count(
            len([note for note in edition.notes if note.type == kind])
        )
        expect(page.locator(".notes-group:visible")).to_have_count(
            len({note.page for note in edition.notes if note.type == kind})
        )
    page.locator("#filter-all").check()
    expect(page.locator(".note:visible")).to_have_count(len(edition.notes))
    differing = [note for note in edition.notes if note.verdict == "differs"]
    page.locator("#filter-differs").check()
    expect(page.locator(".note:visible")).to_have_count(len(differing))
    if page.evaluate("document.documentElement.classList.contains('js')"):
        page.goto("about/")
        page.goto("notes/#filter-differs")
        expect(page.locator(".note:visible")).to_have_count(len(differing))
    page.goto("timeline/")
    for kind in sorted({event.kind for event in edition.timeline}):
        page.locator(f"#filter-{kind}").check()
        number = len([event for event in edition.timeline if event.kind == kind])
        expect(page.locator(".timeline > li:visible")).to_have_count(number)
        expect(page.locator(".timeline-picture circle:visible")).to_have_count(number)


@narrow
def test_dots_and_boxes_are_walked_and_followed_by_the_keyboard(page: Page, site: Site):
    settled(page, "timeline/")
    first = page.locator(".timeline-picture svg a").first
    first.focus()
    id = first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"timeline/{id}")
    expect(page.locator(":target")).to_be_in_viewport()
    settled(page, "")
    box = page.locator(".argument-picture svg a").first
    box.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(
        site.edition.by_path[site.edition.argument[0].targets[0].page].heading
    )
