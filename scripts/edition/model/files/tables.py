"""Writes rows of plain values as JSON or CSV, the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t")


def json_bytes(value: Any) -> bytes:
    """UTF-8, indented by two, non-ASCII as it is, a newline at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def csv_bytes(rows: list[dict[str, Any]], columns: list[str]) -> bytes:
    """RFC 4180 with a header, in UTF-8 with the byte order mark that spreadsheets need.

    Lists are joined by `; `. A value that a spreadsheet would run as a formula is preceded by an
    apostrophe (OWASP, "CSV Injection").
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return buffer.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
