"""책이 천 쪽이 되어도 검색이 곧 답하는지, 그만큼 늘린 색인과 진짜 브라우저로 잰다."""

import json
import random
import re
import shutil
import statistics
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from sitegen.base import browser
from sitegen.base.httpd import serve
from sitegen.faces import search

ASKED = "합성곱하면 이미지가 왜 작아지나요", "경사하강볍", "gradient decsent", "zxqwv"
TEXTS = "title", "text", "words"
TIMES = 3  # 새 브라우저로
CHANGED = 0.06  # 다른 장이면 다른 낱말을 쓴다
# 일꾼에게 물은 때와 일꾼이 답한 때를 적는다. 답은 물은 차례대로 온다.
WATCH = """
window.asked = []
Worker = class extends Worker {
  postMessage(message, ...rest) {
    if (message.type === 2 && message.data)
      asked.push({ text: message.data, start: performance.now() })
    super.postMessage(message, ...rest)
  }
  constructor(...told) {
    super(...told)
    this.addEventListener("message", ({ data }) => {
      const waiting = asked.find(({ took }) => took === undefined)
      if (data.type === 3 && waiting)
        waiting.took = (performance.now() - waiting.start) / 1000
    })
  }
}
"""
ANSWERED = "n => asked.length >= n && asked.every(({ took }) => took !== undefined)"
EMPTY = """() => {
  const box = document.querySelector("[data-md-component=search-query]")
  box.value = ""
  box.focus()
}"""


@dataclass(frozen=True)
class Found:
    """초. first는 색인을 받아 처음 답할 때까지의 중앙값, letters는 그다음 글자마다."""

    megabytes: float
    first: float
    letters: list[float]


def measure(site: Path, pages: int) -> Found:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy)
        stub = json.loads((copy / "search/search_index.json").read_text("utf-8"))
        path = copy / "search" / stub["config"]["index"]
        index = json.loads(path.read_text(encoding="utf-8"))
        text = search.dumps(grown(index, pages))
        path.write_text(text, encoding="utf-8")
        with serve(copy) as url:
            _squeeze(f"{url}search/{path.name}")
            times = [_typed(url) for _ in range(TIMES)]
        first = statistics.median(took[0] for took in times)
        letters = [one for took in times for one in took[1:]]
        return Found(path.stat().st_size / 1e6, first, letters)


def _squeeze(url: str) -> None:
    """GitHub Pages는 눌러 둔 것을 내준다. 누르는 시간은 재지 않는다."""
    asked = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        answer.read()


def grown(index: dict, pages: int) -> dict:
    """색인의 장들을 되풀이하되, 낱말과 제목을 조금씩 바꾸어 늘린 것."""
    chosen = random.Random(0)
    words = sorted(
        {w for doc in index["docs"] for w in re.findall("[가-힣]{2,}", doc["text"])}
    )

    def other(match: re.Match) -> str:
        if chosen.random() > CHANGED:
            return match[0]
        return chosen.choice(words)[: chosen.randint(1, 2)] + match[0][-2:]

    def changed(doc: dict, copy: int) -> dict:
        told = {k: re.sub("[가-힣]{2,}", other, doc.get(k, "")) for k in TEXTS}
        return {**doc, **told, "location": f"copy-{copy}/{doc['location']}"}

    chapters: list[list[dict]] = []
    for doc in index["docs"]:
        if "#" not in doc["location"]:
            chapters.append([])
        chapters[-1].append(doc)
    docs = list(index["docs"])
    for number in range(len(chapters), pages):
        copy, place = divmod(number, len(chapters))
        docs += [changed(doc, copy) for doc in chapters[place]]
    return {**index, "docs": docs}


def _typed(url: str) -> list[float]:
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(
            executable_path=browser.executable(), args=browser.ARGUMENTS
        )
        page = chrome.new_page()
        page.add_init_script(WATCH)
        page.goto(url, wait_until="networkidle")
        page.keyboard.press("/")
        count = 0
        for text in ASKED:
            page.evaluate(EMPTY)
            for letter in text:
                page.keyboard.insert_text(letter)
                count += letter != " "  # 빈칸만 다르면 테마가 다시 묻지 않는다
                page.wait_for_function(ANSWERED, arg=count, timeout=60_000)
        took = page.evaluate("asked.map(({ took }) => took)")
        chrome.close()
    return took
