"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: duplicates."""

from __future__ import annotations


def test_same_address(said_of) -> None:
    assert (
        said_of(
            "same-address",
            """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {http://www.sella.example/},
  langid = {english},
}
""",
        )
        == []
    )
    assert said_of(
        "same-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {http://archive.sella.example/roll/#top},
  langid = {english},
}
""",
    ) == [
        (
            "5: same-address: 'board2020lamps' has the address of 'sellaarchive2020roll' (bib/editors.bib:11). Keep one entry, or connect the two by `related`."
        )
    ]


def test_same_work(said_of) -> None:
    assert said_of(
        "same-work",
        """@online{archive2020roll,
  author = {{Port Sella Archive}},
  title = {{The Roll of Keepers}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "1: same-work: 'archive2020roll' looks like 'sellaarchive2020roll' (bib/editors.bib:11): 'The Roll "
            "of Keepers'. Keep one entry, or connect the two by `related`."
        )
    ]
    assert (
        said_of(
            "same-work",
            """@online{archive2020roll,
  author = {{Port Sella Archive}},
  title = {{The Roll of Keepers}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  related = {sellaarchive2020roll},
}
""",
        )
        == []
    )
