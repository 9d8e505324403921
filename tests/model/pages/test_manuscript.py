"""What manuscripts hold is read: figures, code, tables, line breaks, escaped punctuation."""

from __future__ import annotations

import pytest

from edition.model.pages.markdown import Extensions, convert

USUAL = Extensions.of(["attr_list", "md_in_html", "smarty"])


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (
            "![*Oil* by @a, H<sub>2</sub>](oil.png 'Seal oil'){#fig width=50%}",
            '<figure id="fig"><img alt="Figure 1: Oil by Brine, H2" src="oil.png" title="Seal oil" width="50%" />'
            '<figcaption>Figure 1: <em>Oil</em> by <span class="named-author">Brine </span>'
            '<x-citation inside="@a" start="11"></x-citation>, H<sub>2</sub></figcaption></figure>',
        ),
        (
            "![Oil](<seal oil.png>)",
            '<figure><img alt="Oil" src="seal%20oil.png" /><figcaption>Oil</figcaption></figure>',
        ),
        (
            "![Oil](seal oil(1).png)",
            '<figure><img alt="Oil" src="seal%20oil(1).png" /><figcaption>Oil</figcaption></figure>',
        ),
        ("![Oil [@a]][b]\n\n[b]: oil.png", '<p><img alt="Oil [@a]" src="oil.png" /></p>'),
        (
            "Oh![@a][@b]",
            '<p>Oh!<x-citation inside="@a" start="3"></x-citation>'
            '<x-citation inside="@b" start="7"></x-citation></p>',
        ),
        ("One\\\ntwo 5\\% \\& \\@a", "<p>One<br />two 5% &amp; @a</p>"),
        ("```{r oil, echo=FALSE}\n1\n```", '<pre><code class="language-r">1\n</code></pre>'),
        ("```py title='a' hl_lines='1'\n1\n```", '<pre><code class="language-py">1\n</code></pre>'),
        ('~~~ {#i .py .n at="3"}\n1\n~~~', '<pre id="i" class="n"><code class="language-py">1\n</code></pre>'),
        ("```{=latex}\n1\n```", "<pre><code>1\n</code></pre>"),
        ("  ```py\n    1\n  2\n3\n  ```\n\n4", '<pre><code class="language-py">  1\n2\n3\n</code></pre><p>4</p>'),
    ],
)  # fmt: skip
def test_what_is_written_is_read(body: str, html: str) -> None:
    read, _ = convert(body, USUAL, {"a": "Brine"})
    assert "".join(read.split("\n")) == html.replace("\n", "")


def test_no_cell_of_a_table_is_left_out() -> None:
    html, _ = convert("| A |\n|---|\n| b | c | d |\n| e |", USUAL)
    assert [html.count(f"<td>{cell}</td>") for cell in "bcde"] == [1, 1, 1, 1]
