"""The fonts of the browser tests, so that no font of the machine decides how wide a line is.

Fontconfig reads its settings from the file that FONTCONFIG_FILE names. Systems without fontconfig
(macOS, Windows) show the pages in their own fonts.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

SCRIPTS = ("fontpkg_amiri", "pylopdf_fonts_zh_cn")
PACKAGES = {
    "wide": ("fontpkg_libre_baskerville", "fontpkg_space_mono"),
    "narrow": ("fontpkg_instrument_serif",),
}
FAMILIES = {
    "wide": ("Libre Baskerville", "Space Mono"),
    "narrow": ("Instrument Serif", "Instrument Serif"),
}
# The italics of Libre Baskerville are narrow: slanted upright letters are as wide as others.
REJECTED = "*LibreBaskerville-Italic*"
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
  <cachedir>{cache}</cachedir>
  <selectfont><rejectfont><glob>{rejected}</glob></rejectfont></selectfont>
{aliases}
</fontconfig>
"""
FOLDER = "  <dir>{}</dir>"
ALIAS = """  <match target="pattern">
    <test name="family"><string>{}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>{}</string></edit>
  </match>"""


def write_fonts_conf(width: str, folder: Path) -> Path:
    """Write a configuration with the `wide` or the `narrow` faces alone; returns its file.

    The families that style sheets fall back to stand for one serif and one fixed-width face.
    """
    serif, mono = FAMILIES[width]
    # "serif" is "Times New Roman" to Chromium.
    aliases = {"Georgia": serif, "Times New Roman": serif, "monospace": mono}
    text = CONFIG.format(
        folders="\n".join(map(FOLDER.format, map(_folder, (*PACKAGES[width], *SCRIPTS)))),
        cache=folder / "cache",
        rejected=REJECTED,
        aliases="\n".join(ALIAS.format(*alias) for alias in aliases.items()),
    )
    file = folder / "fonts.conf"
    file.write_text(text, encoding="utf-8")
    return file


def _folder(package: str) -> Path:
    spec = find_spec(package)
    assert spec and spec.origin, f"{package} is not installed"
    return Path(spec.origin).parent
