"""블록의 머리에 선 import를 접는 단계."""

import re
from pathlib import Path

import pytest

from sitegen.book import page, site
from sitegen.book.page import Block
from sitegen.stages import imports
from sitegen.stages.context import Context


def block(code: str, *includes: str) -> Block:
    return Block(Path("a.md"), 1, "python", code, includes=includes)


@pytest.mark.parametrize(
    "code, found",
    [
        ("import a\n\nx = 1\n", (0, 2)),
        ("import a\nfrom b import (\n    c,\n)\n\n\nx = 1\n", (0, 6)),
        ("# 허용 오차: 0.1\nimport a\nx = 1\n", (1, 2)),
        ("x = 1\nimport a\n", (0, 0)),  # 머리에 선 것만
        ("import a\n", (0, 0)),  # 남는 것이 없으면 접지 않는다
        ("x = 1\n", (0, 0)),
        ("import a\nx = = 1\n", (0, 0)),  # 틀린 코드는 있는 그대로
    ],
)
def test_lines_to_fold(code, found):
    assert imports.lines(block(code)) == found


def test_starter_stays_open():
    starter = block("import a\nx = 1\n", "snippets/dl/a/exercises/1-b/starter.py")
    assert imports.lines(starter) == (0, 0)


def test_fold_keeps_every_letter():
    code = '<span class="kn">import</span> a\n\nx = 1\n'
    parts = imports.folded(code, 0, 2)
    assert "".join(parts).replace('<span class="import-lines">', "", 1).replace(
        "</span>x", "x", 1
    ) == code.replace("</span>x", "x")
    assert parts[1].startswith('<span class="import-lines">')


def test_tag_across_the_edge_is_left_alone():
    assert imports.folded('<span class="c">import a\nx</span>\n', 0, 1) is None


def test_no_import_line_of_a_lesson_is_left_open():
    """접는 줄을 뺀 코드의 머리에는 import가 없다."""
    for path in site.lesson_pages():
        for one in page.read(path).runnable:
            _, last = imports.lines(one) if one.language == "python" else (0, 0)
            if last:
                rest = one.code.split("\n")[last:]
                assert not re.match(r"(import|from)\s", rest[0]), (path, one.line)


def test_page_without_markdown_passes_through():
    html = '<div class="language-python highlight"><pre>…</pre></div>'
    assert imports.run(html, Context("labs/a.py")) == html
