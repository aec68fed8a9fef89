"""실습이 실행되고, 사이트의 여느 페이지처럼 보이고, 바뀐 것만 다시 실행된다."""

import json
import re

import nbformat
import pytest

from sitegen.faces import labs

CONFIG = """\
site_name: 시험 책
site_url: https://example.github.io/book/
repo_url: https://github.com/example/book
theme: {name: material, language: ko, font: false}
plugins:
  - search: {lang: ko}
  - mkdocs-jupyter: {include: [labs/*.py], execute: true, allow_errors: false}
hooks: [sitegen/hooks/labs.py]
markdown_extensions:
  - attr_list
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.highlight
  - pymdownx.superfences
exclude_docs: "*.py\\n!/labs/*.py\\n/dl/\\n/cnn/"
nav: [index.md, labs/tiny.py]
"""
LAB = """\
# ---
# title: 작은 실습
# description: 평균을 낸다.
# ---

# %% [markdown]
# # 작은 실습
#
# 평균은 $\\\\bar{x}$로 적는다. [첫 쪽](../index.md)으로 돌아간다.
#
# ## 평균을 낸다

# %%
from lessons.dl.learning import mean

print("평균", mean([1, 2, 3]))

# %% [markdown]
# ### 그려 본다

# %% alt="점 둘을 이은 직선이 올라간다."
import matplotlib.pyplot as plt

from lessons.plotting import use_korean_font

use_korean_font()
plt.plot([0, 1], label="직선")
plt.legend()
plt.show()
""".replace("\\\\", "\\")


@pytest.fixture
def lab(project):
    project.write("mkdocs.yml", CONFIG)
    project.write("docs/labs/tiny.py", LAB)
    return project


def build(project):
    code = "from mkdocs.__main__ import cli; cli(['build', '--quiet', '--strict'])"
    return project.python(code)


def read(project, name: str) -> str:
    return (project.root / "site" / name).read_text(encoding="utf-8")


def test_page_is_like_any_other(lab):
    done = build(lab)
    assert done.returncode == 0, done.stderr
    html = read(lab, "labs/tiny/index.html")
    assert re.findall(r'<h[1-3] id="([^"]+)"', html) == [
        "작은-실습",
        "평균을-낸다",
        "그려-본다",
    ]
    assert '<a href="#평균을-낸다" class="md-nav__link">' in html
    assert html.count('<div class="highlight">') == 3
    assert '<span class="filename">출력</span>' in html
    assert "평균 2.0" in html
    assert r'<span class="arithmatex">\(\bar{x}\)</span>' in html
    assert 'href="../.."' in html

    images = re.findall(r'<img alt="([^"]+)"[^>]* src="([^"]+)" width="\d+"', html)
    alt = "점 둘을 이은 직선이 올라간다."
    assert images == [
        (alt, "../drawings/tiny/1.svg#only-light"),
        (alt, "../drawings/tiny/1.dark.svg#only-dark"),
    ]
    light, dark = (read(lab, f"labs/drawings/tiny/1{d}.svg") for d in ("", ".dark"))
    assert light.startswith("<svg") and "<path" in dark and light != dark

    assert sum(map(len, re.findall(r"<style.*?</style>", html, re.DOTALL))) < 1000
    assert re.findall(r'<(?:script|link)[^>]+(?:src|href)="(https?:[^"]+)"', html) == [
        "https://example.github.io/book/labs/tiny/"
    ]

    found = json.loads(read(lab, "search/search_index.json"))["docs"]
    texts = {doc["title"]: doc["text"] for doc in found if "tiny" in doc["location"]}
    assert list(texts) == ["작은 실습", "평균을 낸다", "그려 본다"]
    assert not re.search("svg|base64|jp-|clipboard|display", " ".join(texts.values()))

    notebook = nbformat.reads(read(lab, "notebooks/labs/tiny.ipynb"), as_version=4)
    nbformat.validate(notebook)
    outputs = [o for c in notebook.cells for o in c.get("outputs", [])]
    assert outputs[0].text == "평균 2.0\n" and "image/svg+xml" in outputs[1].data
    assert "https://example.github.io/book/" in notebook.cells[0].source


def test_only_what_changed_runs_again(lab):
    def kept():
        assert build(lab).returncode == 0
        (folder,) = (lab.root / ".cache/labs/tiny").iterdir()
        return folder, folder.stat().st_ctime_ns

    first = kept()
    assert kept() == first

    lab.edit("lessons/dl/learning.py", "return", "return 40 +")
    assert kept() != first
    assert "평균 42.0" in read(lab, "labs/tiny/index.html")


def test_failing_cell_stops_the_build(lab):
    line = LAB.splitlines().index('print("평균", mean([1, 2, 3]))') + 1
    lab.edit("docs/labs/tiny.py", "mean([1, 2, 3]))", "mean(모름))")
    done = build(lab)
    assert done.returncode != 0
    expected = f"docs/labs/tiny.py:{line}: 실습의 칸이 멈췄다. NameError: name '모름'"
    assert expected in done.stderr


def test_warning_and_figure_without_alt_stop_the_build(lab):
    lab.edit("docs/labs/tiny.py", ' alt="점 둘을 이은 직선이 올라간다."', "")
    warn = "import warnings; warnings.warn('앗')"
    lab.edit("docs/labs/tiny.py", "print(", f"{warn}\nprint(")
    done = build(lab)
    assert done.returncode != 0
    assert "docs/labs/tiny.py:13: 칸이 경고를 냈다." in done.stderr
    assert "docs/labs/tiny.py:22: 그림은 한 칸에 하나만" in done.stderr


def test_what_a_cell_printed_in_pieces_is_one():
    pieces = [("stdout", "가"), ("stdout", "나"), ("stderr", "다"), ("stdout", "라")]
    printed = [nbformat.v4.new_output("stream", name=n, text=t) for n, t in pieces]
    cell = nbformat.v4.new_code_cell(outputs=printed)
    labs.join(cell)
    assert [o.text for o in cell.outputs] == ["가나", "다", "라"]
