"""What `make format` mends, and that it says so."""

from __future__ import annotations

from pathlib import Path

import format as command
from edition.checks.bibliography.mending import mend
from edition.checks.bibliography.normal_form import normal_form

LIST = """@article{brine1919sea,
  author = {Ada Brine and Wang Huan and Osk, Mira},
  title = {{The Sea}},
  journal = {Salt},
  volume = {Vol. 3},
  number = {11-12},
  pages = {{9–23}},
  date = {1919},
  doi = {https://doi.org/10.1000/182},
  langid = {english},
  note = {},
}

@book{brine1920air,
  author = {Ada Brine},
  title = {{Air}},
  date = {1920},
  langid = {english},
}

@book{brine1920air,
  author = {Ada Brine},
  title = {{Air}},
  date = {1920},
  langid = {english},
}

@book{brine1921fog,
  author = {Brine, Ada},
  title = {{Fog}},
  pages = press # {1-9},
  date = {1921},
}
"""
MENDED = """@article{brine1919sea,
  author = {Brine, Ada and Wang Huan and Osk, Mira},
  title = {{The Sea}},
  journal = {Salt},
  volume = {Vol. 3},
  number = {11--12},
  pages = {9--23},
  date = {1919},
  doi = {10.1000/182},
  langid = {english},
}

@book{brine1920air,
  author = {Brine, Ada},
  title = {{Air}},
  date = {1920},
  langid = {english},
}

@book{brine1921fog,
  author = {Brine, Ada},
  title = {{Fog}},
  pages = press # {1-9},
  date = {1921},
  langid = {english},
}
"""
SAID = [
    "brine1919sea: author 'Ada Brine and Wang Huan and Osk, Mira' is now "
    "'Brine, Ada and Wang Huan and Osk, Mira'",
    "brine1919sea: number '11-12' is now '11--12'",
    "brine1919sea: pages '{9–23}' is now '9--23'",
    "brine1919sea: doi 'https://doi.org/10.1000/182' is now '10.1000/182'",
    "brine1919sea: note is empty, and is taken out",
    "brine1920air: author 'Ada Brine' is now 'Brine, Ada'",
    "brine1920air: given twice, one is taken out",
    "brine1921fog: langid is 'english', as in the other entries",
]


def test_what_has_one_right_answer_is_mended_and_named() -> None:
    assert mend(LIST) == (MENDED, SAID)
    assert mend(MENDED) == (MENDED, [])


def test_the_command_says_what_it_mended(overlay, capsys) -> None:
    root: Path = overlay({"bib/editors.bib": LIST})
    assert command.main(["--root", str(root)]) == 0
    assert (root / "bib/editors.bib").read_text("utf-8") == MENDED
    assert sorted(file.name for file in (root / "bib").iterdir()) == ["editors.bib", "paper.bib"]
    lines = [f"bib/editors.bib: {line}\n" for line in ("rewritten", *SAID)]
    assert capsys.readouterr().err == "".join(lines)
    assert command.main(["--root", str(root)]) == 0
    assert capsys.readouterr().err == ""


def test_the_text_of_a_macro_keeps_its_spaces() -> None:
    text = "@string{soc = {Society for }}\n\n@article{a,\n  journal = soc # {Salt},\n}\n"
    assert normal_form(text) == text
