"""미리 내다본 탈은 긴 일을 하기 전에 한국어 한 문장으로 말한다."""

import errno
import re
import socket
import subprocess
import sys

import pytest

from sitegen import __main__ as main
from sitegen.base import setup
from tests.sitegen.conftest import copy


@pytest.fixture
def venv(tmp_path, monkeypatch):
    """비어 있는 새 컴퓨터."""
    folder = tmp_path / "한글 [1] #%" / ".venv"
    monkeypatch.setattr(setup, "VENV", folder)
    monkeypatch.setattr(setup, "PYTHON", folder / "bin" / "python")
    return folder


def test_a_half_made_environment_is_made_again(venv, capsys):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    (venv / "left").touch()
    setup._make_venv()
    assert setup._runs(setup.PYTHON, "-m", "pip", "--version")
    assert not (venv / "left").exists()
    assert "만들다 만 .venv" in capsys.readouterr().out


def test_a_whole_environment_is_left_alone(venv, monkeypatch):
    monkeypatch.setattr(setup, "_runs", lambda *command: True)
    venv.mkdir(parents=True)
    setup._make_venv()
    assert venv.is_dir()


def test_no_venv_package_says_what_to_install(venv, monkeypatch):
    monkeypatch.setattr(setup, "_runs", lambda *command: False)
    with pytest.raises(SystemExit, match=r"apt install python3\.\d+-venv"):
        setup._make_venv()


def test_a_failed_install_says_what_and_what_to_do(capfd):
    stop = [sys.executable, "-c", "raise SystemExit(1)"]
    with pytest.raises(SystemExit, match=r"PyTorch.*설치하지 못했다.*인터넷"):
        setup._install(stop, "PyTorch")
    setup._install([sys.executable, "-c", ""], "없음")


def test_no_git_is_told_before_anything_is_installed(monkeypatch):
    monkeypatch.setattr(setup.shutil, "which", lambda name: None)
    monkeypatch.setattr(setup, "_once", lambda *args: pytest.fail("설치부터 했다"))
    with pytest.raises(SystemExit, match="git 명령이 없다"):
        setup.prepare()


def test_a_busy_port_is_told_before_the_book_is_built(monkeypatch):
    monkeypatch.setattr(main, "_run", lambda *args: pytest.fail("짓기부터 했다"))
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        args = main.parser().parse_args(["serve", "--port", str(port)])
        with pytest.raises(SystemExit, match=f"make serve PORT={port + 1}"):
            main.serve(args)
    assert not main.taken(port)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "no", "docs/a.md"), "docs/a.md.*권한"),
        (OSError(errno.ENOSPC, "full"), "디스크가 찼다"),
        (FileNotFoundError(errno.ENOENT, "no", "git"), "git 명령이 없다"),
        (SyntaxError("bad", ("lessons/a.py", 3, 1, "x")), "lessons/a.py:3: .*문법"),
        (ModuleNotFoundError("no", name="mkdocs"), "mkdocs.*지우고 다시"),
    ],
)
def test_trouble_is_one_korean_sentence(error, words):
    assert re.search(words, main.trouble(error))


def test_what_was_not_foreseen_keeps_its_traceback():
    assert main.trouble(KeyError("x")) is None


def test_any_folder_and_any_place_will_do(first_project, tmp_path):
    """공백, 한글, 글롭과 주소에서 뜻이 있는 글자가 든 폴더를, 다른 폴더에서 부른다."""
    book = copy(first_project, tmp_path / "책 [1] #2 100%20 it's")
    assert book.check().strip() == ""
    [lesson] = (book.root / "docs/dl").glob("*-learning.md")
    assert book.pytest(f"docs/dl/{lesson.name}").returncode == 0
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = book.build("-f", str(book.root / "mkdocs.yml"), cwd=elsewhere)
    assert done.returncode == 0, done.stdout + done.stderr
    page = book.root / "site/dl" / lesson.stem / "index.html"
    page = page.read_text(encoding="utf-8")
    assert "학습" in page and "--8<--" not in page
    assert not any(elsewhere.iterdir())
