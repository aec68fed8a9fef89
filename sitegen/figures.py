"""페이지의 그림: 어느 프로그램의 몇 번째 그림인지 찾고 그리게 한다."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitegen import run
from sitegen.page import Figure
from sitegen.problem import ROOT, Problem, Problems


@dataclass(frozen=True)
class Drawing:
    uri: str
    light: Path
    width: int
    height: int

    @property
    def dark(self) -> Path:
        return run.dark(self.light)

    @property
    def dark_uri(self) -> str:
        return self.uri.removesuffix(".svg") + ".dark.svg"


def draw(figures: Iterable[Figure]) -> dict[str, Drawing]:
    """주소마다의 그림. 그릴 수 없는 것이 있으면 모두 모아 Problems를 던진다."""
    figures = list(figures)
    problems = [_no_program(f) for f in figures if not f.program.is_file()]
    programs = {f.program for f in figures if f.program.is_file()}
    results = run.results(sorted(programs))
    drawings = {}
    for figure in figures:
        result = results.get(figure.program)
        if result is None:
            continue
        if len(result.figures) < figure.number or result.error:
            problems.append(_not_drawn(figure, result))
            continue
        light = result.figures[figure.number - 1]
        drawings[figure.uri] = Drawing(figure.uri, light, *size(light))
    if problems:
        raise Problems(*problems)
    return drawings


def _no_program(figure: Figure) -> Problem:
    program = figure.program.relative_to(ROOT).as_posix()
    message = f"그림을 그리는 프로그램이 없다: {program}. 만들거나 그림 주소를 고친다."
    return Problem(figure.page, figure.line, message)


def _not_drawn(figure: Figure, result: run.Result) -> Problem:
    program = figure.program.relative_to(ROOT).as_posix()
    if result.error:
        where = f"{program}:{result.error_line}"
        message = f"그림을 그리다 멈췄다. {where}: {result.error}"
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
