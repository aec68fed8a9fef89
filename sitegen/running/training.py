"""긴 프로그램을 돌려 출력, 배운 것, 영수증을 쓴다: `make train PAGE=cnn/05`"""

import platform
import re
import shutil
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

import numpy as np

from sitegen.base.paths import ROOT
from sitegen.base.problem import Problem, Problems
from sitegen.running import execution, fingerprint, outputs, receipts, tolerance

LIMIT = 180  # 초
MOST = 200_000  # 바이트. 남기는 파일 하나
CALL = r"\b{}\(\s*[\"']([\w/]+)[\"']"


def stale(programs: Iterable[Path]) -> list[Path]:
    """영수증이 맞지 않는 것들."""
    return [program for program in programs if receipts.mismatch(program)]


def in_order(programs: Iterable[Path]) -> list[Path]:
    """남긴 것을 읽는 프로그램은 남기는 프로그램 다음이다."""
    texts = {p: p.read_text(encoding="utf-8") for p in programs}
    makers = {name: p for p, t in texts.items() for name in _called("save", t)}
    needs = {
        p: {makers[n] for n in _called("load", t) if n in makers} - {p}
        for p, t in texts.items()
    }
    return list(TopologicalSorter(needs).static_order())


def _called(function: str, text: str) -> list[str]:
    return re.findall(CALL.format(function), text)


def train(program: Path) -> receipts.Receipt:
    """한 번 돌려 모두 쓴다. 책에 둘 수 없는 결과면 아무것도 쓰지 않고 Problems"""
    result = execution.once(program.read_text(encoding="utf-8"), LIMIT)
    if problems := refused(program, result):
        raise Problems(*problems)
    outputs.Output(program, result).write()
    old = receipts.read(program).artefacts if receipts.path(program).is_file() else {}
    for name in old.keys() - result.artefacts.keys():
        receipts.artefact(name).unlink(missing_ok=True)
    for name, path in result.artefacts.items():
        goal = receipts.artefact(name)
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, goal)
    receipt = receipts.Receipt(
        program,
        key=fingerprint.core(program.read_text(encoding="utf-8")),
        seconds=result.seconds,
        machine=machine(),
        data=result.data,
        output_digest=receipts.text_digest(result.output),
        artefacts={
            name: fingerprint.digest(receipts.artefact(name))
            for name in sorted(result.artefacts)
        },
    )
    receipts.write(receipt)
    return receipt


def refused(program: Path, result: execution.Result) -> list[Problem]:
    """책에 둘 수 없는 까닭들."""
    if problem := outputs.refusal(outputs.Output(program, result)):
        return [problem]
    told = []
    if not result.artefacts:
        told.append(
            "save를 가져오고도 부르지 않았다. 배운 것을 남기거나 가져오지 않는다."
        )
    if result.figures:
        told.append(
            "긴 프로그램은 그림을 그리지 않는다. 남긴 것을 load로 읽어 그리는 짧은 "
            "프로그램을 따로 둔다."
        )
    part = program.relative_to(ROOT / "snippets").parts[0]
    for name, path in result.artefacts.items():
        size = path.stat().st_size
        if size > MOST:
            told.append(
                f'"{name}"이 {size:,}바이트다. {MOST:,}바이트를 넘지 않게 줄인다: '
                "작은 모델, float16, 몇 걸음마다의 기록."
            )
        if name.split("/")[0] != part:
            told.append(f'"{name}"의 부가 다르다. "{part}/…"로 이름 짓는다.')
    return [Problem(program, 1, message) for message in told]


def verify(program: Path) -> list[Problem]:
    """간직한 것도 영수증도 믿지 않고 돌려, 책에 적힌 것과 같은지 본다."""
    code = program.read_text(encoding="utf-8")
    result = execution.once(code, LIMIT)
    if problems := refused(program, result):
        return problems
    kept = receipts.output(program)
    if not tolerance.same(kept, result.output, code):
        diff = outputs.Output(program, result).diff()
        message = f"다시 배웠더니 출력이 다르다. {receipts.remedy(program)}\n{diff}"
        return [Problem(program.with_suffix(".out"), 1, message)]
    return [
        Problem(program, 1, f'다시 배웠더니 "{name}"의 이름이나 모양이 다르다.')
        for name, path in result.artefacts.items()
        if _shapes(path) != _shapes(receipts.artefact(name))
    ]


def _shapes(path: Path) -> dict:
    if not path.is_file():
        return {}
    with np.load(path) as file:
        return {key: (file[key].shape, file[key].dtype.str) for key in file.files}


def machine() -> str:
    """어떤 컴퓨터에서 쟀는가."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        found = re.search(r"model name\s*: (.*)", info.read_text(encoding="utf-8"))
        name = found[1].strip() if found else name
    return f"{platform.system()}, {name}, 한 스레드"
