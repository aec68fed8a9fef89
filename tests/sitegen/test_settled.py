"""느린 시험의 답을 간직하는 것: 볼 수 있는 것이 바뀌면 반드시 다시 돈다."""

from types import SimpleNamespace

import pytest

from tests import settled

PAGE = "tests/browser/test_pages.py::test_x[dl/05-linear-regression-1/-390]"
OTHER = "tests/browser/test_pages.py::test_x[dl/06-linear-regression-2/-390]"
CODE = "tests/sitegen/test_y.py::test_y"


@pytest.fixture
def book(tmp_path, monkeypatch):
    """페이지 둘과 코드 하나뿐인 책."""
    for name in ("ROOT", "DOCS", "SNIPPETS"):
        folder = tmp_path if name == "ROOT" else tmp_path / name.lower()
        monkeypatch.setattr(settled.site, name, folder)
    monkeypatch.setattr(settled, "PASSED", tmp_path / "passed")
    names = ["code.py"]
    for stem in ("dl/05-linear-regression-1", "dl/06-linear-regression-2"):
        names += [f"docs/{stem}.md", f"snippets/{stem}/a.py", f"site/{stem}/index.html"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    known = [tmp_path / name for name in names if not name.startswith("site")]
    monkeypatch.setattr(settled, "files", lambda: known)
    forget()
    yield tmp_path
    forget()


def forget():
    """다음 실행처럼 지문을 새로 센다."""
    for name in ("of_file", "world", "everything", "shared", "of_page"):
        getattr(settled, name).cache_clear()


def report(name, passed=True, duration=1.0, when="call"):
    return SimpleNamespace(nodeid=name, passed=passed, duration=duration, when=when)


def run(name, change=lambda: None, **options):
    plugin = settled.Settled()
    collect(plugin, name)
    change()
    plugin.pytest_runtest_logreport(report(name, when="setup", duration=0))
    plugin.pytest_runtest_logreport(report(name, **options))
    plugin.pytest_runtest_logreport(report(name, when="teardown", duration=0))


def collect(plugin, *names) -> list[str]:
    forget()
    items = [SimpleNamespace(nodeid=name) for name in names]
    plugin.pytest_collection_modifyitems(SimpleNamespace(), items)
    return [item.nodeid for item in items]


def runs(*names) -> list[str]:
    """지금 다시 도는 것."""
    return collect(settled.Settled(), *names)


def test_what_passed_slowly_is_not_run_again(book):
    assert runs(PAGE, CODE) == [PAGE, CODE]
    run(PAGE)
    run(CODE)
    assert runs(PAGE, CODE, OTHER) == [OTHER]


def test_failures_and_quick_tests_always_run(book):
    run(PAGE, passed=False)
    run(CODE, duration=0.01)
    assert runs(PAGE, CODE) == [PAGE, CODE]


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("code.py", [PAGE, OTHER, CODE]),
        ("docs/dl/05-linear-regression-1.md", [PAGE, CODE]),
        ("snippets/dl/05-linear-regression-1/a.py", [PAGE, CODE]),
        ("site/dl/05-linear-regression-1/index.html", [PAGE]),
    ],
)
def test_a_change_runs_what_could_see_it(book, changed, again):
    for name in (PAGE, OTHER, CODE):
        run(name)
    assert runs(PAGE, OTHER, CODE) == []
    (book / changed).write_text("바뀌었다")
    assert runs(PAGE, OTHER, CODE) == again


def test_what_changes_while_running_is_run_again(book):
    run(CODE, change=lambda: (book / "code.py").write_text("도는 동안 고쳤다"))
    assert runs(CODE) == [CODE]


def test_only_who_collected_writes(book):
    """나란히 돌 때 주인은 일꾼의 결과를 듣기만 한다."""
    plugin = settled.Settled()
    for when in ("setup", "call", "teardown"):
        plugin.pytest_runtest_logreport(report(PAGE, when=when))
    assert runs(PAGE) == [PAGE]


def test_another_machine_runs_everything(book, monkeypatch):
    run(PAGE)
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setenv("TZ", "Asia/Seoul")
    assert runs(PAGE) == [PAGE]
