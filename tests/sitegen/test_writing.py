"""다시 지은 사이트는 새로 지은 것과 같고, 그대로인 쪽은 건드리지 않는다."""

import json
import shutil
from pathlib import Path

import pytest
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config

HOOK = """\
from pathlib import Path

from sitegen.hooks import pages, writing

on_env = writing.on_env
on_build_error = writing.on_build_error


def on_pre_build(config):
    pages.on_pre_build(config)
    writing.on_pre_build(config)


def on_post_page(output, page, config):
    if "멈춤" in output:
        raise ValueError("멈춘 쪽")
    pages.note(Path(page.file.abs_dest_path), output)
    return output


def on_post_build(config):
    writing.on_post_build(config)
    pages.write(lambda text: text.replace("표시", "끝"))
"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    """쪽 넷과 그림 하나, 그리고 남이 사이트에 둔 숨은 파일."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    for name in ("index", "same", "old", "in/deep"):
        put(tmp_path / f"docs/{name}.md", f"# 표시 {name}")
    put(tmp_path / "docs/old.svg", "<svg/>")
    put(tmp_path / "hook.py", HOOK)
    put(tmp_path / "site/.nojekyll", "")
    settings = {
        "site_name": "작은 책",
        "plugins": [],
        "hooks": [str(tmp_path / "hook.py")],
    }
    put(tmp_path / "mkdocs.yml", json.dumps(settings))
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def made(book: Path) -> dict[str, bytes]:
    build(load_config(str(book / "mkdocs.yml")))
    site = book / "site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_building_again_leaves_what_a_new_build_makes(book):
    first = made(book)
    assert "끝 same" in first["same/index.html"].decode()
    (book / "docs/old.md").unlink()
    (book / "docs/old.svg").unlink()
    (book / "docs/in/deep.md").rename(book / "docs/deep.md")
    put(book / "docs/index.md", "# 표시 고친 것")
    again = made(book)
    assert not {"old/index.html", "old.svg", "in/deep/index.html"} & again.keys()
    assert not (book / "site/old").exists()
    assert not (book / "site/in").exists()
    assert ".nojekyll" in again
    shutil.rmtree(book / "site")
    put(book / "site/.nojekyll", "")
    assert made(book) == again


def test_only_what_changed_is_written(book):
    made(book)
    places = [book / f"site/{name}" for name in ("same/index.html", "index.html")]
    before = [path.stat().st_mtime_ns for path in places]
    put(book / "docs/index.md", "# 표시 index\n\n고친 글")
    assert "고친 글" in made(book)["index.html"].decode()
    after = [path.stat().st_mtime_ns for path in places]
    assert after[0] == before[0]
    assert after[1] > before[1]


def test_mkdocs_gets_its_own_back(book):
    own = utils.clean_directory, utils.write_file
    made(book)
    assert (utils.clean_directory, utils.write_file) == own
    put(book / "docs/same.md", "멈춤")
    with pytest.raises(ValueError, match="멈춘 쪽"):
        made(book)
    assert (utils.clean_directory, utils.write_file) == own
    assert (book / "site/same/index.html").is_file()
