"""읽는 분을 세는 것, 그리고 책의 모든 장이 지키는 한도."""

import pytest

from sitegen.book import site
from sitegen.tools import minutes

GUARDED = "def f(x):\n    if x < 0:\n        raise ValueError('작다')\n    return x\n"


def block(code, kind="python"):
    return (
        f'<div class="language-{kind} highlight"><pre><code>{code}</code></pre></div>'
    )


def reading(*parts):
    return minutes.of(f"<article>{''.join(parts)}</article>")


def test_words_code_and_formulas_take_their_minutes():
    formula = '<span class="katex"><span class="katex-html">읽지 않는 x</span></span>'
    found = reading("<p>" + "말 " * 440 + "</p>", block("x = 1\n\ny = 2"), formula * 4)
    assert (found.words, found.lines, found.formulas) == (440, 2, 4)
    assert found.minutes == pytest.approx(2 + 0.2 + 0.1)


def test_what_is_folded_is_not_read():
    inside = block("a = 1") + "<p>접은 글</p>"
    head = '<span class="import-lines">import numpy as np\n</span>'
    found = reading(f"<details>{inside}</details>", block(f"{head}x = np.pi"))
    assert (found.words, found.lines) == (0, 1)


def test_code_is_counted_up_to_an_output():
    found = reading(
        *(block("a = 1\nb = 2"), block("2", "text")),
        *(
            block("c = 3\nd = 4\ne = 5"),
            "<p>말</p>",
            block("f = 6"),
            block("6", "text"),
        ),
    )
    assert (found.before, found.longest) == (2, 4)


def test_guards_and_repeats_are_seen():
    found = reading(block(GUARDED), block(GUARDED + "f(1)"))
    assert (found.guards, found.repeated) == (2, 4)


def test_a_page_not_built_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(minutes, "BUILT", tmp_path)
    with pytest.raises(minutes.Problems, match="make build"):
        minutes.main(site.lesson_pages()[:1])
