"""가장 긴 장을, 같은 글을 담은 꾸밈없는 Material 페이지와 번갈아 잰다.

느린 컴퓨터에서는 점수가 다 함께 내려간다. 같은 자리에서 번갈아 재면 비는 남는다.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.base import browser, setup
from sitegen.base.httpd import serve
from sitegen.base.node import node
from sitegen.base.paths import ROOT
from sitegen.book import page, site

RUNS = 5
LCP, TBT = "largest-contentful-paint", "total-blocking-time"
# 수식은 TeX로 남고 글꼴은 기기의 것이다
EXTENSIONS = [
    *("admonition", "attr_list", "footnotes", "md_in_html", "tables"),
    {"toc": {"permalink": True}},
    *("pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"),
    {"pymdownx.tabbed": {"alternate_style": True}},
]


def lighthouse(url: str) -> dict:
    """휴대 전화로 한 번 잰 것."""
    done = node(
        str(ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"),
        url,
        "--output=json",
        "--quiet",
        f"--chrome-flags=--headless {' '.join(browser.ARGUMENTS)}",
        env={**os.environ, "CHROME_PATH": browser.executable()},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def longest(built: Path) -> Path:
    """지은 사이트에서 글자가 가장 많은 장의 Markdown."""

    def size(path: Path) -> int:
        folder = path.relative_to(site.DOCS).with_suffix("")
        return (built / folder / "index.html").stat().st_size

    return max(site.lesson_pages(), key=size)


@contextmanager
def plain(lesson: Path) -> Iterator[Path]:
    """그 장의 글만으로 지은 Material 사이트의 폴더."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        (root / "docs/index.md").write_text(page.read(lesson).text, encoding="utf-8")
        settings = {
            "site_name": "견줄 쪽",
            "theme": {"name": "material", "language": "ko", "font": False},
            "plugins": ["search"],
            "markdown_extensions": EXTENSIONS,
        }
        (root / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=root, env=setup.environment(), check=True)
        yield root / "site"


def measure(built: Path, runs: int = RUNS) -> dict[str, tuple[float, float]]:
    """점수와, 가장 큰 것을 그린 때와 멈춘 시간(ms)의 중앙값: 우리 장과 꾸밈없는 쪽."""
    lesson = longest(built)
    ours = lesson.relative_to(site.DOCS).with_suffix("").as_posix() + "/"
    with plain(lesson) as folder, serve(built) as here, serve(folder) as there:
        pairs = [(lighthouse(here + ours), lighthouse(there)) for _ in range(runs)]
    middle = statistics.median
    found = {
        "performance": [
            tuple(one["categories"]["performance"]["score"] for one in pair)
            for pair in pairs
        ]
    }
    for name in (LCP, TBT):
        found[name] = [
            tuple(one["audits"][name]["numericValue"] for one in pair) for pair in pairs
        ]
    return {
        name: tuple(map(middle, zip(*values, strict=True)))
        for name, values in found.items()
    }
