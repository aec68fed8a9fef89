"""풀이를 한 군데씩 틀린 답은 채점을 통과하지 못한다.

한 연습문제만: pytest tests/test_solution_mutants.py -k dl/11-2
"""

import signal
import time
import tomllib
import warnings
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import libcst as cst
import pytest
from libcst import matchers as m
from libcst.metadata import MetadataWrapper

from lessons.checking import exercises, grade
from sitegen.tools.mutants import Collector, compare

EXERCISES = {exercise.name: exercise for exercise in exercises()}
LIVED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
ENOUGH = 0.98
OTHERS = {
    "max": "min",
    "argmax": "argmin",
    "sum": "mean",
    "zeros": "ones",
    "ones": "zeros",
    "append": "extend",
    "maximum": "minimum",
    "ceil": "floor",
    "floor": "ceil",
    "round": "int",
    "sorted": "list",
    "reversed": "iter",
    "abs": "float",
}
SYMMETRIC = {"max", "min", "maximum", "minimum", "allclose", "isclose", "array_equal"}
OTHERS |= {"min": "max", "argmin": "argmax", "mean": "sum", "minimum": "maximum"}


# mutmut이 하지 않는 틀리기


def one_less(node: cst.Integer):
    yield cst.parse_expression(f"({node.evaluated_value - 1})")


def smaller(node: cst.Float):
    yield node.with_changes(value=repr(node.evaluated_value / 2))


def other_name(node: cst.Name):
    if node.value in OTHERS:
        yield node.with_changes(value=OTHERS[node.value])


def sign(node: cst.UnaryOperation):
    if isinstance(node.operator, cst.Minus):
        yield node.expression


def sides(node: cst.BinaryOperation):
    if isinstance(node.operator, cst.Add | cst.Multiply):
        yield node.left
        yield node.right
    else:
        yield node.with_changes(left=node.right, right=node.left)


def first_two(node: cst.Call):
    called = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    if getattr(called, "value", "") in SYMMETRIC:
        return
    if len(node.args) > 1 and not any(arg.keyword or arg.star for arg in node.args[:2]):
        a, b, *rest = node.args
        swapped = [a.with_changes(value=b.value), b.with_changes(value=a.value)]
        yield node.with_changes(args=[*swapped, *rest])


def turned(node: cst.ComparisonTarget):
    opposite = {
        cst.LessThan: cst.GreaterThanEqual(),
        cst.LessThanEqual: cst.GreaterThan(),
        cst.GreaterThan: cst.LessThanEqual(),
        cst.GreaterThanEqual: cst.LessThan(),
    }
    if type(node.operator) in opposite:
        yield node.with_changes(operator=opposite[type(node.operator)])


def branch(node: cst.IfExp):
    yield node.body
    yield node.orelse


def always(node: cst.If):
    for name in ("True", "False"):
        yield node.with_changes(test=cst.Name(name))


def ends(node: cst.Slice):
    for end in ("lower", "upper"):
        value = getattr(node, end)
        if value and not m.matches(value, m.Integer()):
            for text in ("+ 1", "- 1"):
                moved = cst.parse_expression(f"(0) {text}").with_changes(left=value)
                yield node.with_changes(**{end: moved})
        if value:
            yield node.with_changes(**{end: None})


def order(node: cst.Tuple):
    if len(node.elements) > 1:
        a, b, *rest = node.elements
        swapped = [a.with_changes(value=b.value), b.with_changes(value=a.value)]
        yield node.with_changes(elements=[*swapped, *rest])


def gone(node: cst.SimpleStatementLine):
    if not m.matches(node, m.SimpleStatementLine(body=[m.Pass()])):
        yield node.with_changes(body=[cst.Pass()])


MORE = (
    (cst.Integer, one_less),
    (cst.Float, smaller),
    (cst.Name, other_name),
    (cst.UnaryOperation, sign),
    (cst.BinaryOperation, sides),
    (cst.Call, first_two),
    (cst.ComparisonTarget, turned),
    (cst.IfExp, branch),
    (cst.If, always),
    (cst.Slice, ends),
    (cst.Tuple, order),
    (cst.SimpleStatementLine, gone),
)


class More(Collector):
    def on_visit(self, node: cst.CSTNode) -> bool:
        """오류의 글과 zip의 strict는 틀려도 답이 같으니 건드리지 않는다."""
        if m.matches(node, m.Raise() | m.Arg(keyword=m.Name("strict"))):
            return False
        inside = super().on_visit(node)
        for kind, operator in MORE if inside else ():
            if isinstance(node, kind):
                for wrong in operator(node):
                    self._add(node, wrong)
        return inside


def definitions(source: str) -> cst.Module:
    """마지막 함수까지. 그 뒤의 보기는 채점하지 않는다."""
    module = cst.parse_module(source)
    kinds = cst.FunctionDef | cst.ClassDef
    last = max(i for i, s in enumerate(module.body) if isinstance(s, kinds))
    return module.with_changes(body=module.body[: last + 1])


@cache
def mutants(name: str) -> dict[str, tuple[str, str]]:
    """틀린 답의 글마다 바뀌기 앞과 뒤의 줄"""
    wrapper = MetadataWrapper(definitions(EXERCISES[name].read("solution")))
    module, collector = wrapper.module, More(wrapper.module)
    wrapper.visit(collector)
    found = {}
    for mutant in collector.mutants:
        if isinstance(mutant.statement, cst.FunctionDef | cst.ClassDef):
            wrong = compare(module, mutant)
            body = [wrong if s is mutant.statement else s for s in module.body]
            if mutant.old.count("strict=") == mutant.new.count("strict="):
                text = module.with_changes(body=body).code
                found.setdefault(text, (mutant.old, mutant.new))
    found.pop(module.code, None)
    return found


class Late(BaseException):
    pass


@contextmanager
def deadline(seconds: float):
    """끝나지 않는 답을 멈춘다. 다른 일로 바쁜 컴퓨터에서도 같게 CPU의 초를 센다."""

    def stop(*_):
        raise Late

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, seconds)
    try:
        yield
    except Late:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def passed(answer: str, check: str, seconds: float) -> bool:
    kind = "late"
    with warnings.catch_warnings(action="ignore"), deadline(seconds):
        kind = grade(answer, check).kind
    return kind == "passed"


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="Windows에는 SIGPROF가 없다")
@pytest.mark.parametrize("name", EXERCISES)
def test_every_mutant_of_the_solution_is_refused(name):
    check, started = EXERCISES[name].read("check"), time.process_time()
    right = definitions(EXERCISES[name].read("solution")).code
    assert passed(right, check, 60), "틀리기 전부터 통과하지 못한다"
    seconds = 1 + 3 * (time.process_time() - started)
    wrongs = mutants(name)
    lived = {change for text, change in wrongs.items() if passed(text, check, seconds)}
    known = {(entry["line"], entry["change"]) for entry in LIVED.get(name, [])}
    told = "".join(f"\n- {old}\n+ {new}" for old, new in sorted(lived - known))
    assert not told, f"{len(wrongs)}개 가운데 통과한 것:{told}"
    told = "".join(f"\n- {old}\n+ {new}" for old, new in sorted(known - lived))
    assert not told, f"이제는 통과하지 않거나 생기지 않는 것:{told}"


def test_survivors_are_few_and_each_has_a_reason():
    assert set(LIVED) <= set(EXERCISES)
    entries = [entry for name in LIVED for entry in LIVED[name]]
    assert all(len(entry["reason"]) > 10 for entry in entries)
    total = sum(len(mutants(name)) for name in EXERCISES)
    assert len(entries) <= (1 - ENOUGH) * total, f"{total}개 가운데 {len(entries)}개"
