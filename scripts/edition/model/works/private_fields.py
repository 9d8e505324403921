"""Fields that a program keeps for its own user: of the disk, the library, the reading.

They are never published: neither shown nor exported. Sources: the manuals of JabRef
(docs.jabref.org, "Special fields" and "Groups"), Zotero's BibTeX.js, Better BibTeX, BibDesk,
Mendeley, CiteULike and BibSonomy exports; Emacs' BibTeX mode, which puts `OPT` or `ALT` before the
name of a field that is not in use; `annote` and `comment` are one's own notes,
while `annotation` is what a list says of a work to its readers.
"""

from __future__ import annotations

import re

_NAMES = frozenset(
    "file pdf local-url localfile annote comment comments review groups group owner "
    "timestamp creationdate modificationdate date-added date-modified added-at username user "
    "ranking rating readstatus read priority printed qualityassured relevance __markedentry "
    "mendeley-groups mendeley-tags privnote interhash intrahash internal-note internal_note "
    "zotero-key zoterokey zoterocollection citation-key-history notes library "
    "bibsonomy-comment attachments attachment filename files localfilename cover uuid library_name "
    "dateadded datemodified added-by author-email".split()
)
_PATTERN = re.compile(
    r"(?:bdsk|mendeley|citeulike|jabref|comment|file|posted|papers\d?|zotero|x-zotero|qiqqa|docear)"
    r"[-_].+|__.+"
    r"|(?:opt|alt)(?:address|annote|author|booktitle|chapter|crossref|doi|edition|editor|howpublished"
    r"|institution|isbn|issn|journal|key|month|note|number|organization|pages|publisher|school|series"
    r"|title|type|url|volume|year)"
)
_OWN_DISK = re.compile(
    r"(?:^|[^\w/.:])(?:/home/|/Users/)\w|\bfile://|\b[A-Z]:\\+(?:Users|Documents)\b"
)


def is_private(name: str, value: str = "") -> bool:
    """Whether a field is for its owner alone: `file`, `bdsk-file-1`, `mendeley-groups`.

    So is any field with a path of somebody's disk.
    """
    return name in _NAMES or bool(_PATTERN.fullmatch(name) or _OWN_DISK.search(value))
