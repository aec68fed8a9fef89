"""고정한 판이 약속한 가장 낮은 파이썬에서도 설치된다."""

from importlib.metadata import metadata

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from sitegen.problem import ROOT

LOWEST = "3.11.2"  # 데비안 12


def pinned():
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if name := line.partition("#")[0].strip():
            requirement = Requirement(name)
            if requirement.marker is None or requirement.marker.evaluate():
                yield requirement


def test_every_pin_installs_on_debian_12():
    needs = {pin.name: metadata(pin.name)["Requires-Python"] for pin in pinned()}
    assert len(needs) > 100
    newer = {k: v for k, v in needs.items() if v and LOWEST not in SpecifierSet(v)}
    assert newer == {}, "이 판은 더 새로운 파이썬이 있어야 한다. 낮은 판을 적는다."
