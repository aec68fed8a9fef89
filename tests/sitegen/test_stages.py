"""HTML이 지나는 단계들: 차례가 한 곳에 있고, MkDocs 없이 돌고, 바깥을 바꾸지 않는다."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.base.problem import Problems
from sitegen.book import page, site
from sitegen.stages import blocks, order, runner
from sitegen.stages.context import Context

FOLDER = ROOT / "sitegen" / "stages"
NAMES = [stage.name for stage in order.STAGES]
SCRIPTS = {"search.worker.ts": "search.js", "model.worker.ts": "model.js"}
HERE = Context("a.md", "a/", "../", scripts=SCRIPTS)


def before(first: str, second: str) -> bool:
    return NAMES.index(first) < NAMES.index(second)


def test_every_stage_stands_in_the_one_list_and_says_why():
    files = {path.stem for path in FOLDER.glob("*.py")}
    assert set(NAMES) == files - {"__init__", "context", "order"}
    assert len(NAMES) == len(set(NAMES))
    assert all(len(stage.why) > 15 for stage in order.STAGES)


def test_text_comes_before_the_page_around_it():
    places = [stage.at for stage in order.STAGES]
    assert places == sorted(places, key=[order.TEXT, order.PAGE].index)


def test_no_stage_knows_mkdocs():
    for path in FOLDER.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        # 주소 하나를 셈하는 함수는 MkDocs의 것을 빌린다
        known = {n for n in names if n and n.startswith("mkdocs")}
        assert known <= {"mkdocs.utils"}, path.name


def test_what_the_order_promises():
    assert before("blocks", "runner")
    assert before("runner", "exercises")
    assert before("digit", "models")
    assert before("formulas", "typography")
    box = '<div class="language-python highlight"><pre><span></span><code>x = 1\n'
    html = f"<p>글</p>{box}</code></pre></div>"
    with pytest.raises(Problems, match="파이썬 블록이 0개인데 페이지에는 1개가"):
        runner.openings(html, HERE)


@pytest.mark.parametrize("at", [order.TEXT, order.PAGE])
def test_same_in_same_out_and_nothing_else_changes(at, tmp_path, monkeypatch):
    monkeypatch.setattr(keep, "CACHE", tmp_path)
    html = (
        '<head><meta charset="utf-8"><title>가</title></head><body>'
        "<table><th></th></table><p>손실(loss)을 줄인다.</p></body>"
    )
    first = order.run(at, html, HERE)
    assert first != html
    assert order.run(at, html, HERE) == first
    for file in tmp_path.rglob("*"):
        if file.is_file():
            file.unlink()
    assert order.run(at, html, HERE) == first


def test_what_a_stage_uses_besides_the_html_makes_it_run_again(tmp_path, monkeypatch):
    monkeypatch.setattr(keep, "CACHE", tmp_path)
    html = '<head></head>"assets/javascripts/workers/search.a1.min.js"'
    newer = replace(HERE, scripts={**SCRIPTS, "search.worker.ts": "newer.js"})
    assert "search.js" in order.run(order.PAGE, html, HERE)
    assert "newer.js" in order.run(order.PAGE, html, newer)
    seconds = iter([3, 3, 7])
    monkeypatch.setattr(blocks, "took", lambda block: next(seconds))
    block = page.Block(Path("a.md"), 1, "python", "x = 1\n")
    context = type("", (), {"python": [block]})()
    keys = [blocks.uses(context) for _ in range(3)]
    assert keys[0] == keys[1] != keys[2]


def test_a_frame_without_text_gets_only_what_it_needs():
    html = '<meta charset="utf-8"><p>손실(loss)을</p>'
    framed = order.framed(html, Context("404.html", base="/book/", scripts=SCRIPTS))
    assert framed == html.replace(">", "><!-- Gaeron Sans -->", 1)


@pytest.mark.parametrize("path", site.lesson_pages()[:1], ids=lambda p: p.stem)
def test_a_page_that_lost_a_block_stops_the_build(path: Path):
    context = Context(path.relative_to(site.DOCS).as_posix())
    assert context.python
    with pytest.raises(Problems, match="페이지에는 0개가 보인다"):
        runner.openings("<p>글</p>", context)
