"""방의 차례와 가져오기의 고리. 차례는 sitegen/__init__.py 한 곳에 있다."""

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from sitegen import ROOMS
from sitegen.base.paths import LESSONS, ROOT
from sitegen.book.imports import imported_names, module_file

SITEGEN = ROOT / "sitegen"


def arrows(folder: Path, root: Path = ROOT) -> dict[str, set[str]]:
    """모듈마다, 같은 꾸러미에서 가져오는 모듈들. 함수 안에서 가져오는 것도 센다."""
    top = folder.relative_to(root).parts[0]
    found = {}
    for path in sorted(folder.rglob("*.py")):
        names = {n for _, n in imported_names(path.read_text(encoding="utf-8"))}
        ours = {n for n in names if n.split(".")[0] == top}
        known = {n for n in ours if module_file(n, root)}
        # from a.b import c에서 c가 모듈이면 a.b는 지나는 길일 뿐이다
        through = {n.rpartition(".")[0] for n in known}
        found[module(path, root)] = known - through
    return found


def module(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def circle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def upward(graph: dict[str, set[str]]) -> list[str]:
    """낮은 방이 높은 방을 가져오는 곳. 방이 아닌 __main__은 맨 위다."""
    place = {f"sitegen.{room}": height for height, room in enumerate(ROOMS)}

    def height(name: str) -> int:
        return place.get(".".join(name.split(".")[:2]), len(ROOMS))

    return [
        f"{a} → {b}"
        for a, goals in sorted(graph.items())
        for b in sorted(goals - {"sitegen"})
        if height(b) > height(a)
    ]


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / "sitegen" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_every_module_has_a_room():
    folders = {p.parent.name for p in SITEGEN.glob("*/__init__.py")}
    assert folders == set(ROOMS)
    loose = {p.name for p in SITEGEN.glob("*.py")}
    assert loose == {"__init__.py", "__main__.py"}


def test_no_room_looks_up():
    assert upward(arrows(SITEGEN)) == []


@pytest.mark.parametrize("folder", [SITEGEN, LESSONS], ids=lambda p: p.name)
def test_no_circle_of_imports(folder):
    graph = arrows(folder)
    assert len(graph) > 40
    assert circle(graph) == []


def test_what_the_checks_see(tmp_path):
    """위를 보는 것도 도는 것도, 함수 안에 숨겨도 보인다."""
    write(
        tmp_path,
        {
            "base/a": "def f():\n    from sitegen.book import b\n",
            "book/b": "import sitegen.book.c\n",
            "book/c": "from sitegen.book.b import x\n",
        },
    )
    graph = arrows(tmp_path / "sitegen", tmp_path)
    assert upward(graph) == ["sitegen.base.a → sitegen.book.b"]
    assert set(circle(graph)) == {"sitegen.book.b", "sitegen.book.c"}


def test_the_map_names_every_room_in_order():
    import sitegen

    told = [
        line.split()[0] for line in sitegen.__doc__.split("\n") if line[:4] == "    "
    ]
    assert told == [*reversed(ROOMS)]
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(f"`{room}/`" in contributing for room in ROOMS)


def test_the_root_is_known_in_one_place():
    files = SITEGEN.rglob("*.py")
    climbs = re.compile(r"__file__\)[\w.()]*\.parents?\b(?:\.parent|\[)")
    assert {p.name for p in files if climbs.search(p.read_text("utf-8"))} == {
        "paths.py"
    }
