"""In: a template. Out: its compiled form from .cache/, where it is that of the same text, of the same programs, and whole."""

from __future__ import annotations

from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from ..model.kept import FOLDER, code_digest, read_under, write_under


class CompiledTemplates(BytecodeCache):
    """For `Environment.bytecode_cache`. Jinja itself compares the template's text; the programs and the bytes are compared here."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER / "templates"

    def load_bytecode(self, bucket: Bucket) -> None:
        if compiled := read_under(self._folder / bucket.key, code_digest()):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        write_under(self._folder / bucket.key, code_digest(), bucket.bytecode_to_string())
