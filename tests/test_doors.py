"""문: lessons의 모든 공개 함수는 무엇이 와도 옳은 값을 내거나 고치는 법을 말한다.

함수마다의 보기는 tests/door_table.py에 있다. 새 함수에 보기가 없으면 여기서 실패한다.
"""

import importlib
import inspect
import pkgutil
import re
import warnings
from dataclasses import is_dataclass
from types import FunctionType

import numpy as np
import pytest

import lessons
from tests import door_table as table
from tests.doors import bad, equal, odd, plain


def modules():
    for found in pkgutil.walk_packages(lessons.__path__, "lessons."):
        if not found.name.startswith((*table.APART, *table.LATER)):
            yield importlib.import_module(found.name)


def doors() -> dict:
    """이름마다 부를 것. 인자가 없으면 막을 것도 없다."""
    found = {}
    for module in modules():
        for name, value in vars(module).items():
            home = getattr(value, "__module__", None) == module.__name__
            if name.startswith("_") or not home:
                continue
            key = f"{module.__name__.removeprefix('lessons.')}.{name}"
            if isinstance(value, FunctionType):
                found[key] = value
            elif isinstance(value, type):
                found |= {f"{key}{tail}": f for tail, f in methods(value)}
    return {key: f for key, f in found.items() if takes(f) and not inside(key)}


def inside(key: str) -> bool:
    return key in table.INSIDE or any(
        key.startswith(start) for start in table.INSIDE if start.endswith(".")
    )


def methods(cls: type):
    """만드는 것과, 이 클래스에서 정의한 공개 메서드."""
    if isinstance(vars(cls).get("__init__"), FunctionType) and not is_dataclass(cls):
        yield "", vars(cls)["__init__"]
    for name, value in vars(cls).items():
        if not name.startswith("_") and isinstance(value, FunctionType):
            yield f".{name}", value


def takes(function) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]


DOORS = doors()


def called(key: str):
    """부를 함수와 인자마다의 보기."""
    row = table.ROWS.get(key, table.Row())
    use = row.via or DOORS[key]
    known = table.NAMES | row.samples
    names = takes(use)
    missing = [name for name in names if name not in known]
    assert not missing, (
        f"{key}의 인자 {missing}에 넣을 보기가 없다. tests/door_table.py의 ROWS에 "
        f'"{key}" 줄을 더하거나 NAMES에 인자를 더한다. 문을 지난 값만 받는 것이면 '
        "INSIDE에 까닭을 적는다."
    )
    if row.via:
        return use, {name: known[name] for name in names}
    if isinstance(owner(key), type):
        cls = owner(key)
        if DOORS[key].__name__ == "__init__":
            after = row.use or table.fit

            def use(**given):
                return after(cls(**given))
        else:
            method = DOORS[key].__name__
            made = row.ready or (lambda: ready(key.rpartition(".")[0]))

            def use(**given):
                model = made()
                return getattr(model, method)(**given), model

    return use, {name: known[name] for name in names}


def owner(key: str):
    """메서드의 클래스. 함수면 함수 자신."""
    parts = ["lessons", *key.split(".")]
    for i in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:i]))
        except ModuleNotFoundError:
            continue
        return getattr(found, parts[i])
    raise LookupError(key)


def ready(key: str):
    """쓸 준비가 된 모델: 보기로 만들어 배우게 한다."""
    row, cls = table.ROWS.get(key, table.Row()), owner(key)
    if key not in DOORS:
        return cls()
    known = table.NAMES | row.samples
    given = {name: known[name].fresh() for name in takes(DOORS[key])}
    model = cls(**given)
    (row.use or table.fit)(model)
    return model


def outcome(use, given: dict, loud: bool = True):
    """(결과, 오류). 경고도 오류로 본다. 무한대와 NaN을 넣었을 때만 빼고."""
    with warnings.catch_warnings():
        warnings.simplefilter("error" if loud else "ignore")
        try:
            return plain(use(**given)), None
        except Exception as error:
            return None, error


def korean(error: Exception) -> bool:
    return isinstance(error, ValueError) and bool(re.search("[가-힣]", str(error)))


@pytest.mark.parametrize("key", DOORS)
def test_every_door(key):
    use, samples = called(key)
    given = {name: sample.fresh() for name, sample in samples.items()}
    right, error = outcome(use, given)
    assert error is None, f"바른 보기인데 멈췄다: {error!r}"
    for name, sample in samples.items():
        kept = sample.kind == "thing" or equal(
            plain(given[name]), plain(sample.fresh())
        )
        assert kept, f"{name}을 고쳤다"
    wrong = []
    for name, sample in samples.items():
        for words, value in odd(sample):
            before = plain(value)
            fresh = {n: s.fresh() for n, s in samples.items()}
            got, error = outcome(use, fresh | {name: value})
            if error is not None:
                wrong.append(f"{name}={words}: {error!r}")
            elif not equal(got, right):
                wrong.append(f"{name}={words}: 값이 다르다")
            elif not equal(plain(value), before):
                wrong.append(f"{name}={words}: 받은 것을 고쳤다")
        others = [s for n, s in samples.items() if n != name]
        for words, value, must in bad(sample, others):
            base = {n: s.fresh() for n, s in samples.items()}
            got, error = outcome(use, base | {name: value}, loud=must)
            if error is None and must and name not in skipped(key, words):
                wrong.append(f"{name}={words}: 막지 않았다")
            elif error is not None and not korean(error):
                wrong.append(f"{name}={words}: {error!r}")
    assert not wrong, "\n".join([key, *wrong])


def skipped(key: str, words: str) -> tuple[str, ...]:
    return table.ROWS.get(key, table.Row()).passes.get(words, ())


def test_rows_name_real_functions():
    """없어진 함수의 보기가 남아 있지 않다."""
    assert not set(table.ROWS) - set(DOORS)


def test_the_test_itself_notices():
    """문이 없는 함수는 떨어진다."""

    def careless(X):
        return np.asarray(X) - 1

    sample = table.NAMES["X"]
    right, _ = outcome(careless, {"X": sample.fresh()})
    seen = [
        words
        for words, value in odd(sample)
        if not equal(outcome(careless, {"X": value})[0], right)
    ]
    assert {"uint8", "기울기를 재는 torch"} <= set(seen)
    passed = [
        w for w, v, must in bad(sample, []) if outcome(careless, {"X": v})[1] is None
    ]
    assert "복소수" in passed
