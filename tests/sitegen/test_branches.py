"""차례의 항목을 한 번만 그려도, 쪽마다 모두 그린 것과 한 바이트도 다르지 않다."""

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from sitegen.base import keep
from sitegen.base.paths import ROOT
from sitegen.hooks import branches, fonts, pages

HOOK = """\
from pathlib import Path

from sitegen.hooks import branches, events, pages, state
from sitegen.stages import order

on_env = branches.on_env


def on_startup(command, dirty):
    state.scripts.update({"search.worker.ts": "s.js", "model.worker.ts": "m.js"})


def on_post_page(output, page, config):
    output = order.run(order.PAGE, output, events.context_of(page))
    pages.note(Path(page.file.abs_dest_path), output)
    return output


def on_post_build(config):
    pages.write(branches.expand)
"""
NAV = [
    {"홈": "index.md"},
    {"앞": ["a/index.md", "a/one.md", "a/two.md", {"속": ["a/in/x.md", "a/in/y.md"]}]},
    {"뒤": ["b/one.md", "b/deep/index.md", "b/deep/z.md"]},
    {"밖": "https://example.org/"},
    {"홑": "lone.md"},
]
PAGES = [
    "index",
    "a/index",
    "a/one",
    "a/two",
    "a/in/x",
    "a/in/y",
    "b/one",
    "b/deep/index",
    "b/deep/z",
    "lone",
]


@pytest.fixture
def made(tmp_path, monkeypatch):
    """짓고, 주소마다의 HTML을 준다."""
    monkeypatch.setattr(keep, "CACHE", tmp_path / "kept")
    for name in PAGES:
        path = tmp_path / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# 쪽(page) {name}의 글\n\n## 절\n", encoding="utf-8")
    (tmp_path / "hook.py").write_text(HOOK, encoding="utf-8")
    features = ["navigation.indexes", "navigation.tabs", "navigation.sections"]
    theme = {"name": "material", "language": "ko", "font": False}
    settings = {
        "site_name": "작은 책",
        "site_url": "https://example.org/book/",
        "theme": {**theme, "custom_dir": str(ROOT / "overrides"), "features": features},
        "plugins": [],
        "nav": NAV,
        "hooks": [str(tmp_path / "hook.py")],
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")

    def make() -> dict[str, str]:
        config = load_config(str(tmp_path / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        found = (tmp_path / "site").rglob("index.html")
        return {str(path): path.read_text(encoding="utf-8") for path in found}

    return make


def every(one, page, loud, count, path, tops) -> str:
    return "".join(map(one, range(count)))


def test_the_same_pages_as_drawing_everything_every_time(made, monkeypatch):
    quick = made()
    assert len(quick) == len(PAGES)
    assert sum(map(len, branches._drawn)) > 20  # 정말로 그려 두고 썼다
    assert not any("<!--branch" in html for html in quick.values())
    monkeypatch.setattr(branches, "_listed", every)
    assert made() == quick


def test_letters_of_what_is_put_in_later_are_counted(made, monkeypatch):
    noted, note = {}, pages.note

    def counted(path: Path, text: str) -> None:
        regular, bold = fonts.shown(text)
        more = branches.letters(text)
        noted[str(path)] = (
            regular.union(*(r for r, _ in more)),
            bold.union(*(b for _, b in more)),
        )
        note(path, text)

    monkeypatch.setattr(pages, "note", counted)
    assert {p: fonts.shown(html) for p, html in made().items()} == noted


def test_each_item_is_drawn_once_a_folder_not_once_a_page(made, monkeypatch):
    drawn, draw = [], branches._draw

    def counted(number, todo, one, page):
        drawn.append((number, tuple(todo)))
        draw(number, todo, one, page)

    monkeypatch.setattr(branches, "_draw", counted)
    made()
    each = [(number, n) for number, todo in drawn for n in todo]
    assert len(each) == len(set(each))


def test_a_list_far_away_is_drawn_once_a_depth_not_once_a_folder(made):
    made()
    lone = f"__nav_{1 + [*map(list, NAV)].index(['홑'])}"
    assert sorted(key for key in branches._numbers if key[-1] == lone) == [
        ("far", depth, lone) for depth in range(4)
    ]


def test_a_page_added_changes_only_its_neighbours(made, tmp_path, monkeypatch):
    """나머지는 차례를 끼우기 전의 글이 그대로라, 다듬어 간직한 것을 다시 쓴다."""
    noted, note = {}, pages.note

    def kept(path: Path, text: str) -> None:
        noted[str(path.relative_to(tmp_path / "site"))] = text
        note(path, text)

    monkeypatch.setattr(pages, "note", kept)
    made()
    before = dict(noted)
    (tmp_path / "docs/b/last.md").write_text("# 더한 쪽\n", encoding="utf-8")
    settings = json.loads((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["nav"][2]["뒤"].append("b/last.md")
    (tmp_path / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    made()
    changed = {path for path, text in before.items() if noted[path] != text}
    assert changed == {"b/deep/z/index.html", "lone/index.html"}


@pytest.mark.parametrize(
    ("url", "folders"),
    [("", [""]), ("a/", [""]), ("a/b/", ["", "a/"]), ("a/b/c/", ["", "a/", "a/b/"])],
)
def test_folders_above(url, folders):
    assert branches.above(url) == folders
