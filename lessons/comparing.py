"""답의 함수를 맞는 함수와 틀린 함수들에 견주어, 무엇이 왜 다른지 한 문장으로 말한다."""

import inspect
import warnings
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np

LONG = 24  # 배열의 성분이 이보다 많으면 다른 자리만 말한다
NONE = "돌려준 것이 없다. return이 없다."


@dataclass
class Trial:
    """한 번의 시험: 넣은 것과 나온 것과 기대한 것. 오류도 나온 것이다."""

    tried: str
    args: tuple
    options: dict
    got: Any
    want: Any
    changed: tuple[str, ...] = ()

    def told(self) -> str:
        return f"{self.tried}: {contrast(self.got, self.want)}"


def compare(
    name: str,
    mine: Callable,
    right: Callable,
    cases: Iterable[tuple | dict],
    mistakes: Mapping[str, Callable] | None = None,
    via: Callable | None = None,
    keeps: tuple[str, ...] = (),
) -> None:
    """mine이 모든 시험에서 right와 같은지 본다. 다르면 까닭을 담은 AssertionError

    cases: 인수의 튜플, 또는 이름을 붙여 넣을 인수의 dict. 부를 때마다 복사해 넣는다
    mistakes: 까닭마다 그렇게 틀린 함수. 모든 시험에서 답과 똑같이 틀릴 때만 말한다
    via: 클래스이거나 부르는 차례가 있으면, 셋을 모두 via(함수, *인수)로 부른다
    keeps: 바꾸지 않기로 약속한 인수
    """
    trials = [attempt(name, mine, right, case, via) for case in cases]
    for trial in trials:
        for key in (key for key in trial.changed if key in keeps):
            raise AssertionError(
                f"받은 {key}{particle(key)} 바꾸었다. 새것을 만들어 돌려준다. "
                f"나온 뒤의 {key}가 넣기 전과 다르다. 넣은 것: {trial.tried}"
            )
    wrong = [trial for trial in trials if difference(trial.got, trial.want)]
    if not wrong:
        return
    first = next((trial for trial in wrong if trial.got is None), wrong[0])
    if first.got is not None and (why := reason(trials, mistakes or {}, via or plain)):
        raise AssertionError(f"{why} {first.told()}")
    if isinstance(first.got, Exception) and not isinstance(first.want, Exception):
        first.got.add_note(f"{first.tried}에서 멈췄다.")
        raise first.got
    changed = f"받은 {first.changed[0]}의 값이 바뀌어 있다. " if first.changed else ""
    why = difference(first.got, first.want)
    raise AssertionError(f"{changed}{why} {first.told()}")


def plain(function: Callable, *args, **options) -> Any:
    return function(*args, **options)


def attempt(name, mine, right, case, via) -> Trial:
    """right와 mine을 같은 것의 복사본으로 한 번씩 부른다."""
    args, options = ((), case) if isinstance(case, dict) else (tuple(case), {})
    tried = called(name, args, options)
    try:
        if not via:
            inspect.signature(mine).bind(*args, **options)
    except TypeError as error:
        raise AssertionError(
            f"{name}의 인수가 시작할 때와 다르다. 이름과 차례를 그대로 둔다. "
            f"{tried}로 부를 수 없다. 나온 오류: {error}"
        ) from None
    except ValueError:
        pass  # 내장 함수는 인수를 알려 주지 않는다
    want = outcome(via or plain, right, *deepcopy(args), **deepcopy(options))
    given, named = deepcopy((args, options))
    got = outcome(via or plain, mine, *given, **named)
    if isinstance(got, NotImplementedError):
        raise got
    places = list(inspect.signature(via or right).parameters)[bool(via) :]
    after = dict(zip(places, given, strict=False)) | named
    before = dict(zip(places, args, strict=False)) | options
    changed = tuple(key for key in before if not unchanged(before[key], after[key]))
    return Trial(tried, args, options, got, want, changed)


def outcome(function: Callable, *args, **options) -> Any:
    """돌려준 값, 또는 일으킨 오류."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return function(*args, **options)
        except Exception as error:
            return error


def reason(trials: list[Trial], mistakes: Mapping[str, Callable], via: Callable) -> str:
    """모든 시험에서 답과 똑같은 것을 내는 실수가 꼭 하나면 그 까닭."""
    fits = [
        why
        for why, wrong in mistakes.items()
        if all(
            alike(t.got, outcome(via, wrong, *deepcopy(t.args), **deepcopy(t.options)))
            for t in trials
        )
    ]
    return fits[0] if len(fits) == 1 else ""


def difference(got: Any, want: Any, kinds: bool = True) -> str:
    """got이 want와 다른 점. 같으면 빈 글. kinds가 거짓이면 정수도 실수로 본다."""
    if isinstance(got, Exception) or isinstance(want, Exception):
        return _raised(got, want)
    if want is None or isinstance(want, str):
        return "" if type(got) is type(want) and got == want else "돌려준 것이 다르다."
    if got is None:
        return NONE
    if isinstance(want, tuple | list):
        return _several(got, want, kinds)
    return _numbers(got, np.asarray(want), kinds)


def alike(got: Any, wrong: Any) -> bool:
    """실수가 낸 것과 같은가. 글이 있는 오류는 글까지 같아야 같은 실수다."""
    if isinstance(wrong, Exception) and not isinstance(wrong, RecursionError):
        told = str(wrong) or str(got)
        return type(got) is type(wrong) and str(got) == told
    return not difference(got, wrong, kinds=False)


def _raised(got, want) -> str:
    if isinstance(want, Exception):
        same = type(got) is type(want)
        return "" if same else f"{type(want).__name__}를 raise하지 않았다."
    return f"{type(got).__name__}가 났다."


def _several(got, want, kinds) -> str:
    """차례대로 담긴 여럿"""
    single = isinstance(got, np.ndarray) and got.ndim == 0
    if single or not isinstance(got, tuple | list | np.ndarray):
        return f"{len(want)}개를 함께 돌려주어야 한다."
    if len(got) != len(want):
        return "돌려준 개수가 다르다."
    for place, (one, good) in enumerate(zip(got, want, strict=True), 1):
        if told := difference(one, good, kinds):
            return told if len(want) == 1 else f"{place}번째: {told}"
    return ""


def _numbers(got, want: np.ndarray, kinds) -> str:
    """수나 배열"""
    try:
        got = np.asarray(got)
    except (ValueError, TypeError):
        return "줄마다 길이가 다르다."
    whole = want.dtype.kind in "iu" and kinds
    if got.dtype.kind not in ("b" if want.dtype.kind == "b" else "biuf"):
        return "참과 거짓을 돌려준다." if want.dtype.kind == "b" else "수가 아니다."
    if got.shape != want.shape:
        return "모양이 다르다." if want.ndim else "수 하나를 돌려준다."
    if got.dtype.kind == "b" != want.dtype.kind:
        return "참과 거짓이 아니라 수를 돌려준다."
    if not close(got, want):
        return "값이 다르다."
    if whole and got.dtype.kind not in "iu":
        return "정수를 돌려준다. 값은 맞지만 실수다."
    return ""


def close(got: np.ndarray, want: np.ndarray) -> bool:
    """셈하는 차례와 float32의 반올림을 넘지 않게 가까운가."""
    if got.dtype.kind != "f" or got.dtype.itemsize >= 8:
        return np.allclose(got, want, rtol=1e-6, atol=1e-9, equal_nan=True)
    finite = np.abs(want[np.isfinite(want)])
    scale = float(finite.max()) if finite.size else 1.0
    rtol = 100 * float(np.finfo(got.dtype).eps)
    return np.allclose(got, want, rtol=rtol, atol=rtol * scale, equal_nan=True)


def unchanged(before: Any, after: Any) -> bool:
    if isinstance(before, np.random.Generator):
        return True  # 뽑으면 바뀌는 것이 맞다
    if isinstance(before, np.ndarray):
        same = before.shape == after.shape and before.dtype == after.dtype
        return same and (before.tobytes() == after.tobytes())
    if isinstance(before, tuple | list):
        pairs = zip(before, after, strict=False)
        return len(before) == len(after) and all(unchanged(*pair) for pair in pairs)
    if isinstance(getattr(before, "data", None), np.ndarray):
        return unchanged(before.data, after.data)
    return callable(before) or before == after or before != before


# 말하기


def contrast(got: Any, want: Any) -> str:
    """나온 값과 기대한 값. 여럿이나 긴 배열은 처음 다른 자리만 적는다."""
    arrays = isinstance(want, tuple) and any(isinstance(w, np.ndarray) for w in want)
    if arrays and isinstance(got, tuple | list) and len(got) == len(want):
        for place, (one, good) in enumerate(zip(got, want, strict=True), 1):
            if difference(one, good):
                return f"{place}번째로 {contrast(one, good)}"
    if isinstance(got, np.ndarray) and got.shape != (_shape(want) or got.shape):
        return f"나온 모양 {got.shape}, 기대한 모양 {np.shape(want)}."
    if isinstance(got, list) and _shape(got) == _shape(want) is not None:
        got = np.asarray(got)
    numbers = isinstance(got, np.ndarray) and got.dtype.kind in "biuf"
    if numbers and got.size > LONG and got.shape == _shape(want):
        want = np.asarray(want)
        near = np.isclose(got, want, rtol=1e-6, atol=1e-9, equal_nan=True)
        place = np.unravel_index(int(np.argmin(near)), near.shape)
        where = ", ".join(str(int(i)) for i in place)
        return f"[{where}] 자리에서 {contrast(got[place], want[place])}"
    for digits in (4, 8, 17):
        mine, good = shown(got, digits), shown(want, digits)
        if mine != good:
            break
    return f"나온 값 {mine}, 기대한 값 {good}."


def _shape(value) -> tuple | None:
    try:
        return np.shape(value)
    except ValueError:
        return None


def called(name: str, args: tuple, options: dict) -> str:
    """부른 모양: f([1, 2], k=3)"""
    parts = [shown(arg) for arg in args]
    parts += [f"{key}={shown(value)}" for key, value in options.items()]
    return f"{name}({', '.join(parts)})"


def shown(value: Any, digits: int = 4) -> str:
    """짧게 적은 값."""
    if isinstance(value, np.ndarray) and value.size > LONG:
        return f"<모양이 {value.shape}인 배열>"
    if isinstance(value, np.ndarray):
        return shown(value.tolist(), digits)
    if isinstance(value, float | np.floating):
        return f"{value + 0.0:.{digits}g}"  # −0을 0으로
    if isinstance(value, tuple | list):
        if len(value) > LONG:
            return f"<{len(value)}개를 담은 {type(value).__name__}>"
        parts = ", ".join(shown(item, digits) for item in value)
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"({parts}{comma})" if isinstance(value, tuple) else f"[{parts}]"
    if isinstance(value, np.random.Generator):
        return "rng"
    if isinstance(value, Exception):
        return f"{type(value).__name__}: {value}".rstrip(": ")
    if callable(value):
        return getattr(value, "__name__", "함수")
    if isinstance(getattr(value, "data", None), np.ndarray | float):
        return f"{type(value).__name__}({shown(value.data, digits)})"
    if isinstance(value, np.generic):
        return str(value)
    text = repr(value)
    return text if len(text) <= 200 else f"{text[:200]}…"


def particle(word: str) -> str:
    """영문 이름 뒤의 을·를. 읽는 소리가 받침으로 끝나는 글자만 을이다."""
    return "을" if word[-1] in "lmnrLMNR013678" else "를"
