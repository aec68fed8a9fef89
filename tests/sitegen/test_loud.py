"""경고는 얼마나 조용히 짓든 세어지고, 경고가 나온 페이지는 간직되지 않는다."""

import logging

import pytest

from sitegen.base import loud

DEAD = """\

[없는 파일](none.md)과 [없는 절](#none)과 [남의 없는 절](../index.md#none),
[뿌리에서](/dl/)와 [폴더](../dl/)다.
"""
TOLD = [
    "docs/dl/03-learning.md:{0}: 링크가 가리키는 파일이 없다: none.md.",
    "docs/dl/03-learning.md:{0}: 이 페이지에 그런 절이 없다: #none.",
    "docs/dl/03-learning.md:{0}: index.md에 그런 절이 없다: ../index.md#none.",
    "docs/dl/03-learning.md:{1}: /로 시작하는 링크다: /dl/.",
    "docs/dl/03-learning.md:{1}: 가리키는 것을 알 수 없는 링크다: ../dl/.",
    "mkdocs.yml:{2}: nav가 없는 파일을 부른다: gone.md.",
    "mkdocs.yml: nav에 없는 페이지가 있다: lost.md, lost2.md.",
]


@pytest.fixture
def quiet_logger():
    """`mkdocs --quiet`이 하는 것처럼 로거를 조용하게 한다."""
    level, handler = loud.LOG.level, logging.NullHandler()
    loud.LOG.setLevel(logging.ERROR)
    loud.LOG.addHandler(handler)
    yield handler
    loud.LOG.removeHandler(handler)
    loud.LOG.setLevel(level)


def test_dead_links_stop_a_quiet_build_and_the_plain_one_after_it(project):
    clean = project.build("--strict", "--quiet")
    assert (clean.returncode, clean.stderr) == (0, ""), clean.stderr
    page = project.root / "docs/dl/03-learning.md"
    first = page.read_text(encoding="utf-8").count("\n") + 2
    project.append("docs/dl/03-learning.md", DEAD)
    for name in ("lost.md", "lost2.md"):
        project.write(f"docs/{name}", "---\ntitle: 가\ndescription: 나\n---\n# 가\n")
    project.edit("mkdocs.yml", "  - index.md\n", "  - index.md\n  - gone.md\n")
    config = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    nav = config[: config.index("- gone.md")].count("\n") + 1
    for options in (["--strict", "--quiet"], ["--strict"]):
        done = project.build(*options)
        assert done.returncode == 1
        for told in TOLD:
            assert told.format(first, first + 1, nav) in done.stderr, done.stderr


def test_a_listener_hears_what_a_quiet_logger_would_drop(quiet_logger):
    with loud.listening() as heard:
        logging.getLogger("mkdocs.structure.pages").warning("끊긴 링크")
        logging.getLogger("mkdocs.structure.pages").info("그냥 하는 말")
    assert heard == ["끊긴 링크"]
    assert quiet_logger.level == logging.ERROR, "화면은 전처럼 조용하다"


def test_what_is_not_known_stays_as_it_was():
    assert loud.translate("Something else") == "Something else"
