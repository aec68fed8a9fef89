"""사이트의 검색창에 사람처럼 쳐서, 답하는 장이 앞에 오는지 본다."""

import gzip
import json
import os
import re
from collections import defaultdict
from itertools import chain
from pathlib import Path

import pytest

from sitegen.book import site

LOOKBEHIND = re.compile(r"\(\?<[=!]")
OURS = Path(__file__).with_name("queries.json")
SHARED = Path(
    os.environ.get(
        "SEARCH_QUERIES", site.ROOT.parent / "shared" / "search" / "queries.json"
    )
)
WRITTEN = {
    p.relative_to(site.DOCS).with_suffix("").as_posix() for p in site.lesson_pages()
}

# 빈 검색창에서 시작해, 한글을 다 친 것처럼 keyup까지 보내고 결과를 기다린다.
ASK = """async query => {
  const box = document.querySelector("[data-md-component=search-query]")
  const list = document.querySelector(".md-search-result__list")
  const meta = document.querySelector(".md-search-result__meta")
  const type = text => {
    box.focus()
    box.value = text
    box.dispatchEvent(new KeyboardEvent("keyup", { key: "a", bubbles: true }))
  }
  const until = async done => {
    const start = performance.now()
    while (!done()) {
      if (performance.now() - start > 5000) throw new Error(`${query}: 답이 없다`)
      await new Promise(r => setTimeout(r, 5))
    }
  }
  const config = JSON.parse(document.getElementById("__config").textContent)
  const base = new URL(config.base, location)
  type("")
  await until(() => !list.children.length && meta.textContent !== window.answered)
  const idle = meta.textContent
  const start = performance.now()
  type(query)
  await until(() => list.children.length || meta.textContent !== idle)
  const took = performance.now() - start
  window.answered = meta.textContent
  const places = [...list.children].map(li =>
    li.querySelector("a").pathname.slice(base.pathname.length).replace(/[/]$/, ""))
  return { took, places }
}"""


def load(path: Path) -> list[dict]:
    """답하는 장이 하나라도 쓰인 물음."""
    asked = json.loads(path.read_text(encoding="utf-8"))
    return [q for q in asked if WRITTEN & set(q["accept"])]


def open_search(open_page):
    page = open_page()
    page.keyboard.press("/")
    return page


def rates(page, queries: list[dict]) -> tuple[float, float, str]:
    """(hit@1, hit@3, 종류마다의 수와 놓친 물음)"""
    kinds = defaultdict(lambda: [0, 0, 0])
    missed = []
    for asked in queries:
        found = page.evaluate(ASK, asked["query"])["places"][:3]
        hits = [place in asked["accept"] for place in found]
        row = kinds[asked["kind"]]
        row[0] += 1
        row[1] += bool(hits and hits[0])
        row[2] += any(hits)
        if not (hits and hits[0]):
            missed.append(f"{asked['query']} → {', '.join(found)}")
    total, first, third = map(sum, zip(*kinds.values(), strict=True))
    table = "\n".join(f"{kind}: {n}개 {a} {b}" for kind, (n, a, b) in kinds.items())
    return first / total, third / total, "\n".join([table, *missed])


@pytest.mark.parametrize(
    "path", [p for p in (OURS, SHARED) if p.is_file()], ids=lambda p: p.parent.name
)
def test_search_finds_the_chapter(open_page, path, record_property):
    queries = load(path)
    first, third, details = rates(open_search(open_page), queries)
    record_property("hit@1", first)
    record_property("hit@3", third)
    print(f"\n{len(queries)}개: hit@1 {first:.3f} hit@3 {third:.3f}\n{details}")
    assert first >= 0.90, details
    assert third >= 0.95, details


def test_first_result_comes_within_a_second(open_page):
    page = open_search(open_page)
    assert page.evaluate(ASK, "합성곱은 왜 쓰나요")["took"] < 1000
    assert page.evaluate(ASK, "경샤 하강볍")["took"] < 1000


def test_unwritten_chapter_leads_to_the_map(open_page):
    """아직 없는 장을 물으면, 그 장의 자리를 보여 주는 쪽이 셋 안에 온다."""
    page = open_search(open_page)
    for chapter in chain(*site.read_syllabus(site.config()).values()):
        if chapter.uri.removesuffix(".md") in WRITTEN or chapter.title == "개요":
            continue
        found = page.evaluate(ASK, chapter.title)["places"][:3]
        assert chapter.part in found, f"{chapter.title}: {found}"


def test_enter_opens_the_first_result(open_page):
    page = open_search(open_page)
    places = page.evaluate(ASK, "경사 하강법")["places"]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{places[0]}/**")


def test_text_put_in_without_a_key_is_searched(open_page):
    """붙여 넣거나 말로 넣으면 글쇠가 올라오지 않는다."""
    page = open_search(open_page)
    page.keyboard.insert_text("경사 하강법")
    first = page.locator(".md-search-result__list li a").first
    first.wait_for(timeout=10_000)
    assert "10-gradient-descent" in first.get_attribute("href")


def test_one_letter_in_other_shapes_is_one_word(open_page):
    page = open_search(open_page)
    for one, other in (
        ("ＣＮＮ", "CNN"),
        ("λ", "lambda"),
        ("3×3", "3x3"),
        ("R²", "R2"),
    ):
        found = page.evaluate(ASK, one)["places"]
        assert found, one
        assert found == page.evaluate(ASK, other)["places"], one


def test_an_index_gone_after_a_deploy_is_found_under_its_new_name(open_page):
    page = open_search(open_page)
    index = index_file()
    stub = index.with_name("search_index.json").read_text(encoding="utf-8")
    renamed = stub.replace(index.name, "book.deployed.json")
    page.route(f"**/{index.name}", lambda route: route.fulfill(status=404))
    page.route("**/search_index.json", lambda route: route.fulfill(body=renamed))
    page.route("**/book.deployed.json", lambda route: route.fulfill(path=index))
    assert "dl/10-gradient-descent" in page.evaluate(ASK, "경사 하강법")["places"][:3]


def test_an_index_that_does_not_come_is_said_and_asked_for_again(open_page):
    page = open_search(open_page)
    page.route("**/book.*.json", lambda route: route.abort())
    page.evaluate(ASK, "경사 하강법")
    said = page.locator(".md-search-result__list").inner_text()
    assert "받지 못했다" in said and "다시 친다" in said
    page.unroute("**/book.*.json")
    assert "dl/10-gradient-descent" in page.evaluate(ASK, "경사 하강법")["places"][:3]


def test_the_search_reads_no_pattern_that_an_old_safari_cannot(site_url):
    """뒤돌아보는 식이 하나라도 있으면 Safari 16.3에서는 일꾼이 켜지지 않는다."""
    folder = site.ROOT / "site" / "assets"
    texts = [w.read_text(encoding="utf-8") for w in folder.rglob("search.worker.*.js")]
    assert texts
    assert not [found for text in texts for found in LOOKBEHIND.findall(text)]


def index_file() -> Path:
    return next((site.ROOT / "site" / "search").glob("book.*.json"))


def test_index_is_small(site_url):
    """쪽마다 5 KB, 압축해서."""
    index = index_file().read_bytes()
    pages = {e["location"].split("#")[0] for e in json.loads(index)["docs"]}
    assert len(gzip.compress(index)) <= 5_000 * len(pages)
