"""휠을 받고, 확인하고, 다르면 거절하고, 간직한다. 모두 이 컴퓨터의 서버에서."""

import functools
import hashlib
import http.server
import io
import json
import threading
import zipfile

import pytest

from sitegen.book import page
from sitegen.faces import pyodide, wheel
from sitegen.stages import runner

NAMES = "numpy", "matplotlib", "cycler"
COMPRESSED_AND_LOADER = (
    *pyodide.COMPRESSED,
    pyodide.STDLIB,
    pyodide.LOADER,
    pyodide.NOTICE,
)


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """작은 휠 셋과 그 목록을 가진 npm 패키지, 비어 있는 간직하는 곳."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    lock = {"info": {}, "packages": {}}
    for name in (*NAMES, "other"):
        data = f"{name}의 휠".encode()
        (wheels / f"{name}.whl").write_bytes(data)
        lock["packages"][name] = {
            "name": name,
            "file_name": f"{name}.whl",
            "sha256": hashlib.sha256(data).hexdigest(),
            "depends": ["numpy", "cycler"] if name == "matplotlib" else [],
        }
    package = tmp_path / "package"
    package.mkdir()
    for folder in (package, wheels):
        (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    (package / "package.json").write_text('{"version": "1.0"}', encoding="utf-8")
    monkeypatch.setattr(pyodide, "PACKAGE", package)
    monkeypatch.setattr(pyodide, "KEPT", tmp_path / "kept")
    monkeypatch.delenv("PYODIDE_PACKAGES", raising=False)
    return wheels


class Quiet(http.server.SimpleHTTPRequestHandler):
    asked: list[str]

    def do_GET(self):
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *args):
        """조용히."""


@pytest.fixture
def asked(packages, monkeypatch):
    """휠을 내주는 서버가 받은 요청들"""
    handler = type("Wheels", (Quiet,), {"asked": []})
    serve = functools.partial(handler, directory=packages)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("PYODIDE_URL", f"http://127.0.0.1:{server.server_port}/full")
    yield handler.asked
    server.shutdown()
    server.server_close()


@pytest.fixture
def served(packages, asked):
    """서버가 내주는 폴더. 주소의 /full을 그 폴더로 만든다."""
    full = packages / "full"
    full.mkdir()
    for path in packages.glob("*.whl"):
        path.rename(full / path.name)
    return full


def test_wanted_wheels_are_fetched_once_and_kept(served, asked):
    lock, wheels = pyodide.packages()
    assert set(lock["packages"]) == set(wheels) == set(NAMES)
    assert wheels["numpy"].read_text("utf-8") == "numpy의 휠"
    assert sorted(asked) == sorted(f"/full/{name}.whl" for name in NAMES)
    asked.clear()
    assert pyodide.packages() == (lock, wheels)
    assert not asked


def test_a_different_wheel_is_refused_and_not_kept(served, asked):
    (served / "cycler.whl").write_bytes(b"something else")
    with pytest.raises(pyodide.Refused, match=r"목록과 다르다.*cycler\.whl"):
        pyodide.packages()
    assert not list(pyodide.KEPT.rglob("cycler*"))
    (served / "cycler.whl").write_text("cycler의 휠", encoding="utf-8")
    assert "cycler" in pyodide.packages()[1]


def test_a_kept_wheel_that_changed_is_refused(served):
    pyodide.packages()[1]["numpy"].write_bytes(b"changed")
    with pytest.raises(pyodide.Refused, match="numpy"):
        pyodide.packages()


def test_a_folder_stands_in_and_is_verified_too(packages, monkeypatch):
    monkeypatch.setenv("PYODIDE_PACKAGES", str(packages))
    assert pyodide.packages()[1]["numpy"].parent == packages
    (packages / "numpy.whl").write_bytes(b"changed")
    with pytest.raises(pyodide.Refused):
        pyodide.packages()


def test_without_wheels_the_book_is_built_without_buttons(
    packages, monkeypatch, capsys
):
    monkeypatch.setenv("PYODIDE_URL", "http://127.0.0.1:9/")
    pyodide.available.cache_clear()
    try:
        assert not pyodide.available() and not pyodide.available()
    finally:
        pyodide.available.cache_clear()
    assert capsys.readouterr().err.count("실행 단추 없이") == 1


def test_the_lessons_wheel_is_the_same_every_time_and_has_no_torch():
    name, data = wheel.lessons()
    assert wheel.lessons() == (name, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        record = next(n for n in names if n.endswith("RECORD"))
        assert len(archive.read(record).splitlines()) == len(names)
    assert "lessons/dl/gradient_descent.py" in names
    assert not [n for n in names if "torch" in n or "fonts" in n]
    with zipfile.ZipFile(io.BytesIO(wheel.fonts())) as archive:
        assert "lessons/data/fonts/GaeronSansKR-Bold.ttf" in archive.namelist()


def test_big_data_stays_out_of_the_wheel_and_has_an_address_of_its_content(
    served,
):
    with zipfile.ZipFile(io.BytesIO(wheel.lessons()[1])) as archive:
        inside = {n.removeprefix("lessons/data/") for n in archive.namelist()}
    assert "digits.npz" in inside and "quinlan.py" in inside
    fetched = wheel.data()
    assert {"fashion_mnist.npz", "photos/cat.npz"} <= fetched.keys()
    assert not inside & fetched.keys()
    assert not [name for name in fetched if name.startswith("fonts/")]
    for name in COMPRESSED_AND_LOADER:
        (pyodide.PACKAGE / name).write_bytes(b"")
    runner = pyodide.runner()
    guide = json.loads(runner.guide["data"])
    assert guide.keys() == fetched.keys()
    for address, size, sha256 in guide.values():
        data = runner.files[address].read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (size, sha256)
        assert sha256[:12] in address


def need(code):
    return runner.needs(page.Block(page.site.DOCS, 1, "python", code))


def test_what_a_block_needs_is_followed_through_lessons():
    assert need("import numpy as np") == ("numpy", "")
    assert need("from lessons.dl.gradient_descent import saddle") == ("numpy", "")
    assert need("from lessons.plotting import use_korean_font") == ("plot", "")
    assert need("import torch, scipy") == ("torch", "PyTorch, SciPy")
    hidden = "from lessons.dl import gradient_descent_torch"
    assert need(hidden) == ("torch", "PyTorch")
    assert need("import subprocess")[0] == "torch"
