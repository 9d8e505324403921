"""In: the made-up paper, built with and without the repository's address. Out: links to edit and to report, true or not there at all."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

REPOSITORY = "https://forge.example/someone/lamps"


@pytest.fixture(scope="module")
def site(build, root: Path, tmp_path_factory: pytest.TempPathFactory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPO_URL", REPOSITORY)
        patch.setenv("EDIT_URI", "edit/main/docs/")
        return build(
            root / "tests/paper/mkdocs.yml", tmp_path_factory.mktemp("mending") / "site", "/lamps/"
        )


def links(site, address: str, name: str) -> list[str]:
    return [link.get("href") for link in site.page(address).find_class(name)]


def test_a_page_leads_to_its_source(site) -> None:
    assert (site.code, site.warnings) == (0, [])
    assert links(site, "towers/stone/", "edit-page") == [
        f"{REPOSITORY}/edit/main/docs/towers/stone.md"
    ]
    assert all(
        len(links(site, address, "edit-page")) == 1
        for address in site.addresses()
        if site.page(address).find_class("site-footer")
    )


def test_a_report_names_page_and_version_in_fields_that_the_form_has(site, root: Path) -> None:
    [address] = links(site, "towers/stone/", "report")
    assert address.startswith(f"{REPOSITORY}/issues/new?")
    filled = {name: value for name, [value] in parse_qs(urlsplit(address).query).items()}
    assert filled == {"template": "correction.yml", "place": "towers/stone/", "version": "1.2.0"}
    form = yaml.safe_load((root / ".github/ISSUE_TEMPLATE" / filled["template"]).read_text("utf-8"))
    assert {"place", "version"} <= {field.get("id") for field in form["body"]}


@pytest.mark.parametrize("address", ["references/", "notes/"])
def test_each_reference_and_note_leads_to_its_line(site, made_up, address: str) -> None:
    known = (
        [reference.location for reference in made_up.bibliography]
        if address == "references/"
        else [note.record.location for note in made_up.notes]
    )
    assert sorted(links(site, address, "edit-link")) == sorted(
        f"{REPOSITORY}/edit/main/{place.path}#L{place.line}" for place in known
    )


def test_nothing_is_offered_where_the_repository_is_not_known(built) -> None:
    for address in built.addresses():
        assert [links(built, address, name) for name in ("edit-page", "report", "edit-link")] == [
            [],
            [],
            [],
        ]
