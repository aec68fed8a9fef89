"""페이지의 그림: 어느 프로그램의 몇 번째 그림인지 찾고, 다듬어 두 밝기로 만든다."""

import contextlib
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitegen.base import keep
from sitegen.base.node import node
from sitegen.base.paths import ROOT
from sitegen.base.problem import Problem, Problems
from sitegen.book.page import Figure
from sitegen.faces import rasters
from sitegen.running import execution, fingerprint, receipts
from sitegen.running.figure_style import to_dark

CACHE = keep.folder("figures")
SVGO = ROOT / "node_modules" / "svgo"
SVGO_CONFIG = Path(__file__).with_name("svgo.config.mjs")


@dataclass(frozen=True)
class Drawing:
    uri: str
    light: Path
    width: int
    height: int

    @property
    def dark(self) -> Path:
        return dark(self.light)

    @property
    def dark_uri(self) -> str:
        return self.uri.removesuffix(".svg") + ".dark.svg"


def dark(figure: Path) -> Path:
    return figure.with_suffix(".dark.svg")


def draw(figures: Iterable[Figure]) -> dict[str, Drawing]:
    """주소마다의 그림. 그릴 수 없는 것이 있으면 모두 모아 Problems를 던진다."""
    figures = list(figures)
    problems = [_no_program(f) for f in figures if not f.program.is_file()]
    figures = [f for f in figures if f.program.is_file()]
    codes = {f.program: f.program.read_text(encoding="utf-8") for f in figures}
    long = {p for p, code in codes.items() if receipts.is_long(code)}
    results = execution.all_of(codes[p] for p in sorted(codes.keys() - long))
    found = {}
    for figure in figures:
        if figure.program in long:
            problems.append(_draws_too_long(figure))
            continue
        result = results[codes[figure.program]]
        if len(result.figures) < figure.number or result.error:
            problems.append(_not_drawn(figure, result))
            continue
        found[figure.uri] = result.figures[figure.number - 1]
    if problems:
        raise Problems(*problems)
    light = finished(found.values())
    return {
        uri: Drawing(uri, light[raw], *size(light[raw])) for uri, raw in found.items()
    }


def finished(drawn: Iterable[Path]) -> dict[Path, Path]:
    """프로그램이 그린 그림마다, 줄여서 어두운 판과 나란히 둔 밝은 판."""
    finish = style()
    goals = {}
    for raw in dict.fromkeys(drawn):
        key = hashlib.sha256(raw.read_bytes() + finish).hexdigest()[:24]
        goals[raw] = CACHE / key / "figure.svg"
    missing = {raw: goal for raw, goal in goals.items() if not goal.is_file()}
    for goal in goals.values():
        keep.used(goal.parent)
    if missing:
        CACHE.mkdir(parents=True, exist_ok=True)
        keep.remember_to_forget()
        with tempfile.TemporaryDirectory(dir=CACHE) as made:
            with ThreadPoolExecutor(os.cpu_count()) as pool:  # WebP은 GIL을 놓는다
                texts = (raw.read_text(encoding="utf-8") for raw in missing)
                lighter = pool.map(rasters.lighter, texts)
                for goal, svg in zip(missing.values(), lighter, strict=True):
                    work = Path(made, goal.parent.name, goal.name)
                    work.parent.mkdir(exist_ok=True)
                    work.write_text(svg, encoding="utf-8")
                    dark(work).write_text(to_dark(svg), encoding="utf-8")
            shrink(Path(made))
            for goal in set(missing.values()):
                # 다른 프로세스가 같은 것을 먼저 만들었으면 그것을 쓴다
                with contextlib.suppress(OSError):
                    Path(made, goal.parent.name).rename(goal.parent)
    return goals


def style() -> bytes:
    """그림을 다듬는 것들의 지문. svgo의 판이 바뀌면 다시 다듬는다."""
    package = json.loads((SVGO / "package.json").read_text(encoding="utf-8"))
    files = fingerprint.STYLE, SVGO_CONFIG, Path(rasters.__file__)
    return "".join([package["version"], *map(fingerprint.digest, files)]).encode()


def shrink(folder: Path) -> None:
    """그림은 그대로 두고 파일만 줄인다."""
    if any(folder.rglob("*.svg")):
        options = ["--recursive", "--quiet", "--config", str(SVGO_CONFIG)]
        node(
            str(SVGO / "bin" / "svgo.js"), "--folder", str(folder), *options, check=True
        )


def _draws_too_long(figure: Figure) -> Problem:
    program = figure.program.relative_to(ROOT).as_posix()
    message = (
        f"긴 프로그램은 그림을 그리지 않는다: {program}. 배운 것을 load로 읽어 그리는 "
        "짧은 프로그램을 따로 둔다."
    )
    return Problem(figure.page, figure.line, message)


def _no_program(figure: Figure) -> Problem:
    program = figure.program.relative_to(ROOT).as_posix()
    message = f"그림을 그리는 프로그램이 없다: {program}. 만들거나 그림 주소를 고친다."
    return Problem(figure.page, figure.line, message)


def _not_drawn(figure: Figure, result: execution.Result) -> Problem:
    program = figure.program.relative_to(ROOT).as_posix()
    if result.error:
        message = f"그림을 그리다 멈췄다. {result.crash(program)}"
    else:
        message = (
            f"{program}에는 그림이 {len(result.figures)}개뿐인데 "
            f"{figure.number}번째를 찾는다."
        )
    return Problem(figure.page, figure.line, message)


@lru_cache(maxsize=1024)
def size(svg: Path) -> tuple[int, int]:
    """그림의 너비와 높이(CSS 픽셀)."""
    with svg.open(encoding="utf-8") as file:
        head = file.read(2000)
    return tuple(
        round(float(re.search(rf'{side}="([\d.]+)"', head)[1]))
        for side in ("width", "height")
    )
