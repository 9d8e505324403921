"""In: the wished number of works. Out: invented entries of a .bib file, of all kinds that an edition prints, in the normal form."""

from __future__ import annotations

from .prose import Prose

_KINDS = [
    "online",
    "article",
    "online",
    "book",
    "techreport",
    "article",
    "incollection",
    "inproceedings",
    "phdthesis",
    "online",
]
_LANGUAGES = ["english", "english", "english", "german", "chinese", "urdu"]
_ORIGINAL = {
    "chinese": "灯塔与守望者的记录",
    "urdu": "جزیروں کی روشنی",
    "german": "Dochte, Wind und Wetter",
}
_ORDER = "author editor title origtitle booktitle journal type institution school publisher volume number pages date year doi url urldate langid keywords".split()


class Work:
    """One entry: `key`, `kind` and `fields`; `numbers` are the printed ones, once citations have been given out."""

    def __init__(self, prose: Prose, at: int) -> None:
        self.kind, random = _KINDS[at % len(_KINDS)], prose.random
        self.numbers: list[int] = []
        people = [prose.name().split() for _ in range(random.choice((1, 1, 2, 3)))]
        title, year = f"{prose.title(random.randint(4, 9))}", random.randint(1950, 2023)
        # A work's place in the list makes its key its own.
        self.key = f"{people[0][0].lower()}{year}{title.split()[0].lower()}"
        language = random.choice(_LANGUAGES)
        self.fields = {
            "author": " and ".join(f"{family}, {given}" for family, given in people),
            "title": f"{{{title}}}",
            "langid": language,
        }
        if language in _ORIGINAL:
            self.fields["origtitle"] = _ORIGINAL[language]
        month, day = random.randint(1, 12), random.randint(1, 28)
        self.fields |= {
            "date": f"{year}-{month:02}-{day:02}" if self.kind == "online" else str(year),
            "year": str(year),
        }
        self.fields |= self._where(prose, at)

    def _where(self, prose: Prose, at: int) -> dict[str, str]:
        random, body = prose.random, f"{{{prose.title(3)}}}"
        first = random.randint(1, 900)
        pages = f"{first}--{first + random.randint(1, 40)}"
        return {
            "online": {
                "url": f"https://{prose.words(1)}.example/{prose.words(1)}/{at}",
                "urldate": "2024-06-15",
            },
            "article": {
                "journal": body,
                "volume": str(random.randint(1, 90)),
                "number": str(random.randint(1, 12)),
                "pages": pages,
            },
            "book": {"publisher": body},
            "techreport": {"institution": body, "type": "Circular", "number": str(at + 1)},
            "incollection": {
                "editor": prose.name().replace(" ", ", "),
                "booktitle": body,
                "publisher": f"{{{prose.title(2)}}}",
                "pages": pages,
            },
            "inproceedings": {"booktitle": body, "pages": pages},
            "phdthesis": {"type": "Doctoral thesis", "school": prose.title(3)},
        }[self.kind]

    def __str__(self) -> str:
        fields = self.fields | (
            {"keywords": ", ".join(f"ref{number}" for number in self.numbers)}
            if self.numbers
            else {}
        )
        lines = "".join(f"  {name} = {{{fields[name]}}},\n" for name in _ORDER if name in fields)
        return f"@{self.kind}{{{self.key},\n{lines}}}\n"


def make_works(prose: Prose, count: int) -> list[Work]:
    """`count` works with a key each."""
    works: dict[str, Work] = {}
    while len(works) < count:
        work = Work(prose, len(works))
        works.setdefault(work.key, work)
    return list(works.values())


def give_numbers(works: list[Work], count: int, prose: Prose) -> list[Work]:
    """The work behind each of the printed numbers 1 to `count`: each work at least once, in the order of the list."""
    cited, known = [], 0
    for number in range(1, count + 1):
        is_new = known < len(works) and (
            not known or prose.random.random() < (len(works) - known) / (count - number + 1)
        )
        known += is_new
        work = works[known - 1] if is_new else prose.random.choice(works[:known])
        work.numbers.append(number)
        cited.append(work)
    return cited
