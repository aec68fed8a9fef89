"""수 하나, 정해진 말, 난수 생성기, 배운 모델을 받는 문. 배열은 arrays가 받는다.

NumPy와 torch의 수 하나도 파이썬의 수처럼 받는다.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from numbers import Integral, Real
from typing import Any

import numpy as np


def count(name: str, value: Any, least: int = 1, most: int | None = None) -> int:
    """least 이상 most 이하의 정수 하나. 참거짓과 2.0 같은 실수는 받지 않는다."""
    value = plain(value)
    good = isinstance(value, Integral) and not isinstance(value, bool | np.bool)
    if not good or value < least or (most is not None and value > most):
        raise ValueError(
            f"{name}: {span(least, most)} 정수 하나를 넣는다. 받은 값: {shown(value)}."
        )
    return int(value)


def counts(
    name: str, values: Any, least: int = 1, *, fewest: int = 0, size: int | None = None
) -> list[int]:
    """least 이상인 정수의 목록. fewest개 이상이고, size를 주면 꼭 size개다."""
    values = plain(values)
    if not isinstance(values, tuple | list | np.ndarray | range):
        raise ValueError(
            f"{name}: 정수의 목록을 넣는다. 하나여도 [ ]로 감싼다. "
            f"받은 값: {shown(values)}."
        )
    if len(values) < fewest or len(values) != (len(values) if size is None else size):
        want = f"{fewest}개 이상" if size is None else f"{size}개"
        raise ValueError(f"{name}: 정수를 {want} 넣는다. 받은 값: {shown(values)}.")
    return [count(f"{name}[{i}]", value, least) for i, value in enumerate(values)]


def number(
    name: str,
    value: Any,
    least: float = -np.inf,
    most: float = np.inf,
    *,
    above: float = -np.inf,
    below: float = np.inf,
) -> float:
    """유한한 실수 하나. least 이상, most 이하, above 초과, below 미만이다."""
    value = plain(value)
    good = isinstance(value, Real) and not isinstance(value, bool | np.bool)
    with suppress(OverflowError):  # 10**400은 float에 들어가지 않는다
        value = float(value) if good else value
    if not (
        isinstance(value, float)
        and np.isfinite(value)
        and least <= value <= most
        and above < value < below
    ):
        limits = [
            f"{limit:g} {word}"
            for limit, word in (
                (least, "이상"),
                (above, "초과"),
                (most, "이하"),
                (below, "미만"),
            )
            if np.isfinite(limit)
        ]
        want = " ".join(limits) + "인 수" if limits else "유한한 수"
        raise ValueError(f"{name}: {want} 하나를 넣는다. 받은 값: {shown(value)}.")
    return value


def scalar(name: str, value: Any) -> float:
    """실수 하나. NaN과 무한대도 받는다."""
    if type(value) is float:
        return value
    value = plain(value)
    with suppress(OverflowError):
        if isinstance(value, Real | np.bool):
            return float(value)
    raise ValueError(f"{name}: 수 하나를 넣는다. 받은 값: {shown(value)}.")


def choice(name: str, value: Any, options: Sequence) -> Any:
    """options 가운데 하나."""
    known = (o for o in options if isinstance(value, type(o)))
    if not any(value == option for option in known):
        raise ValueError(
            f"{name}: {', '.join(map(repr, options))} 가운데 하나를 넣는다. "
            f"받은 값: {shown(value)}."
        )
    return value


def flag(name: str, value: Any) -> bool:
    """참이나 거짓 하나. 0과 1, "False" 같은 글자는 받지 않는다."""
    if value is True or value is False:
        return value
    value = plain(value)
    if not isinstance(value, bool | np.bool):
        raise ValueError(f"{name}: True나 False를 넣는다. 받은 값: {shown(value)}.")
    return bool(value)


def text(name: str, value: Any) -> str:
    """글자."""
    if not isinstance(value, str):
        raise ValueError(f"{name}: 글자를 넣는다. 받은 값: {shown(value)}.")
    return value


def function(name: str, value: Any) -> Callable:
    """부를 수 있는 것."""
    if not callable(value):
        raise ValueError(
            f"{name}: 함수를 넣는다. 괄호를 붙여 부르지 않고 이름만 적는다. "
            f"받은 값: {shown(value)}."
        )
    return value


def instance(name: str, value: Any, kind: type, word: str | None = None) -> Any:
    """kind로 만든 것. word는 오류에 적을 그 이름이다."""
    if not isinstance(value, kind):
        raise ValueError(
            f"{name}: {word or kind.__name__} 하나를 넣는다. "
            f"받은 것: {type(value).__name__}."
        )
    return value


def mapping(name: str, value: Any) -> dict:
    """이름마다 값이 하나씩 있는 사전."""
    if not isinstance(value, dict) or not all(isinstance(k, str) for k in value):
        raise ValueError(
            f'{name}: {{"이름": 값}} 꼴의 사전을 넣는다. 받은 값: {shown(value)}.'
        )
    return value


def pair(name: str, value: Any, least: int = 0) -> tuple[int, int]:
    """(세로, 가로) 두 정수. 하나면 둘에 똑같이 쓴다."""
    value = plain(value)
    if isinstance(value, Integral):
        value = (value, value)
    if isinstance(value, tuple | list | np.ndarray) and len(value) == 2:
        return count(name, value[0], least), count(name, value[1], least)
    raise ValueError(
        f"{name}: 정수 하나나 (세로, 가로) 두 정수를 넣는다. 받은 값: {shown(value)}."
    )


def fitted(model: object, attribute: str, first: str = "fit") -> None:
    """배운 모델인지, 아니면 first를 먼저 호출했는지 본다."""
    if getattr(model, attribute, None) is None:
        fix = f"{first}부터 호출한다."
        if first == "fit":
            fix = "아직 배운 것이 없다. fit을 먼저 호출한다."
        raise ValueError(f"{type(model).__name__}: {fix}")


def parameters(name: str, params: Any) -> list:
    """고칠 매개변수의 목록. data는 고칠 수 있는 float64 배열이다."""
    alone = isinstance(params, str | bytes | np.ndarray) or hasattr(params, "data")
    if alone or not hasattr(params, "__iter__"):
        raise ValueError(
            f"{name}: 매개변수의 목록을 넣는다. 하나여도 [ ]로 감싼다. "
            f"받은 것: {type(params).__name__}."
        )
    params = list(params)
    if not params:
        raise ValueError(f"{name}: 비었다. 고칠 매개변수를 하나 이상 넣는다.")
    for i, p in enumerate(params):
        data = getattr(p, "data", None)
        good = hasattr(p, "grad") and isinstance(data, np.ndarray)
        if not good or data.dtype != np.float64 or not data.flags.writeable:
            raise ValueError(
                f"{name}[{i}]: Tensor나 Parameter처럼 고칠 수 있는 float64 배열 data와 "
                f"grad가 있는 것을 넣는다. 받은 것: {type(p).__name__}."
            )
    if len({id(p) for p in params}) < len(params):
        raise ValueError(f"{name}: 같은 매개변수가 두 번 있다. 한 번씩만 넣는다.")
    return params


def generator(name: str, rng: Any) -> np.random.Generator:
    """난수 생성기."""
    if not isinstance(rng, np.random.Generator):
        raise ValueError(
            f"{name}: np.random.default_rng(0) 같은 난수 생성기를 넣는다. "
            f"받은 값: {shown(rng)}."
        )
    return rng


def plain(value: Any) -> Any:
    """0차원 배열과 torch의 수 하나를 파이썬의 수로."""
    if hasattr(value, "detach") and hasattr(value, "numpy"):
        value = value.detach().cpu().numpy()
    return value[()] if isinstance(value, np.ndarray) and value.ndim == 0 else value


def shown(value: Any) -> str:
    """오류에 적을 짧은 글."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def span(low: int | None, high: int | None) -> str:
    """오류에 적을 범위. 예: 0부터 9까지의"""
    if high is None:
        return "" if low is None else f"{low} 이상의"
    return f"{high} 이하의" if low is None else f"{low}부터 {high}까지의"
