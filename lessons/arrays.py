"""들어오는 것을 받는 문. 공개 함수는 받은 것을 모두 여기에 통과시킨다.

배열, 목록, 수, torch 텐서를 약속한 모양의 NumPy 배열로 바꾸고, 바꿀 수 없으면 무엇을
기대했고 무엇이 왔고 어떻게 고치는지 말한다. 받은 것은 고치지 않는다.

모양은 축의 이름을 쉼표로 이어 적는다: "N, D". 크기를 아는 축은 N=3처럼 알려 주고,
개수가 자유로운 앞의 축은 "..."로 적는다. 크기를 모르는 축은 아무 길이나 된다.
두 모양을 모두 받으면 "D | D, N"처럼 적는다.
"""

from numbers import Integral, Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessons import Array
from lessons.scalars import plain, shown, span

FLOAT64 = np.dtype(np.float64)
NUMERIC = "biuf"  # 참거짓, 정수, 부호 없는 정수, 실수
KINDS = {
    **{"b": "참거짓", "i": "정수", "u": "정수", "f": "실수", "c": "복소수"},
    **{"U": "글자", "S": "바이트", "M": "날짜", "m": "시간"},
}


def real(name: str, x: ArrayLike, shape: str | None = None, **sizes: int) -> Array:
    """실수의 float64 배열. NaN과 무한대와 빈 배열도 받는다.

    shape: 축의 이름, 예: "N, D". None이면 어떤 모양이든 받는다
    오류: 실수로 바꿀 수 없거나 모양이 다르면 ValueError
    """
    array = x if type(x) is np.ndarray else _as_array(name, x)
    if array.dtype is not FLOAT64:  # 학습에서 되풀이되는 것은 곧바로 지난다
        array = numbers(name, array).astype(np.float64, copy=False)
    return array if shape is None else _shaped(name, array, shape, sizes)


def numbers(name: str, x: ArrayLike) -> np.ndarray:
    """참거짓, 정수, 실수의 배열. 자료형은 받은 그대로다."""
    array = _as_array(name, x)
    if array.dtype.kind not in NUMERIC:
        raise ValueError(f"{name}: 실수를 넣는다. 받은 자료형: {_kind(array)}.")
    return array


def finite(
    name: str,
    x: ArrayLike,
    shape: str | None = None,
    *,
    low: float = -np.inf,
    high: float = np.inf,
    **sizes: int,
) -> Array:
    """값이 하나 이상이고 모두 유한한 float64 배열. 나머지는 real과 같다.

    low, high: 가장 작은 값과 가장 큰 값(끝도 된다)
    오류: 비었거나 NaN이나 무한대가 있거나 범위를 벗어나면 ValueError
    """
    array = real(name, x, shape, **sizes)
    if array.size == 0:
        raise ValueError(f"{name}: 비었다. 값을 하나 이상 넣는다.")
    bad = np.count_nonzero(~np.isfinite(array))
    if bad:
        raise ValueError(
            f"{name}: NaN이나 무한대가 {bad}개 있다. 그 샘플을 빼거나 값을 채운다."
        )
    if array.min() < low or array.max() > high:
        want = f"{low:g} 이상" + (f" {high:g} 이하" if np.isfinite(high) else "")
        raise ValueError(
            f"{name}: {want}인 수를 넣는다. "
            f"받은 값: {array.min():g}부터 {array.max():g}까지."
        )
    return array


def integers(
    name: str, x: ArrayLike, shape: str | None = None, *, low=None, high=None, **sizes
) -> NDArray[np.int64]:
    """정수의 int64 배열. 참거짓과 2.0 같은 실수는 받지 않는다.

    low, high: 가장 작은 값과 가장 큰 값(끝도 된다). None이면 보지 않는다
    """
    array = _as_array(name, x)
    if array.dtype.kind not in "iu" and array.size:
        raise ValueError(
            f"{name}: 정수를 넣는다. 받은 자료형: {_kind(array)}. "
            f"정말 정수면 {name}.astype(int)로 바꾼다."
        )
    if array.size and array.dtype.kind == "u" and array.max() > np.iinfo(np.int64).max:
        raise ValueError(f"{name}: int64에 들어가지 않는 큰 수가 있다: {array.max()}.")
    array = array.astype(np.int64, copy=False)
    if shape is not None:
        array = _shaped(name, array, shape, sizes)
    if array.size:
        least, most = int(array.min()), int(array.max())
        below, above = low is not None and least < low, high is not None and most > high
        if below or above:
            raise ValueError(
                f"{name}: {span(low, high)} 정수를 넣는다. "
                f"받은 값: {least}부터 {most}까지."
            )
    return array


def classes(name: str, y: ArrayLike, shape: str = "N", **sizes: int) -> np.ndarray:
    """분류의 정답. 정수, 참거짓, 글자, 실수의 배열이고 NaN은 받지 않는다."""
    array = _as_array(name, y)
    if array.dtype.kind not in NUMERIC + "U":
        raise ValueError(
            f"{name}: 클래스의 번호나 이름을 넣는다. 받은 자료형: {_kind(array)}."
        )
    array = _shaped(name, array, shape, sizes)
    if array.size == 0:
        raise ValueError(f"{name}: 비었다. 정답을 하나 이상 넣는다.")
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise ValueError(f"{name}: NaN이나 무한대는 클래스가 아니다. 그 샘플을 뺀다.")
    return array


def mask(
    name: str, x: ArrayLike, shape: str | None = None, *, floats: bool = False, **sizes
) -> np.ndarray:
    """참거짓의 배열. 0과 1인 정수는 받지 않는다.

    floats: 참이면 실수의 배열도 그대로 받는다(점수에 더할 가리개)
    """
    array = _as_array(name, x)
    if array.dtype.kind not in ("bf" if floats else "b"):
        raise ValueError(
            f"{name}: 참과 거짓의 배열을 넣는다. 받은 자료형: {_kind(array)}. "
            f"0과 1이면 {name}.astype(bool)로 바꾼다."
        )
    return array if shape is None else _shaped(name, array, shape, sizes)


def probabilities(
    name: str, p: ArrayLike, shape: str | None = None, *, axis: int = -1, **sizes
) -> Array:
    """axis를 따라 더하면 1이고 모두 0 이상인 배열."""
    p = finite(name, p, shape, **sizes)
    if not p.ndim or (p < 0).any() or not np.allclose(p.sum(axis=axis), 1):
        raise ValueError(
            f"{name}: 0 이상이고 합이 1인 확률을 넣는다. 로짓이면 softmax를 씌운다."
        )
    return p


def rows(name: str, x: ArrayLike, **sizes: int) -> np.ndarray:
    """첫 축이 샘플인 배열. 자료형과 나머지 축은 무엇이든 좋다."""
    array = _opened(name, x)
    return _shaped(name, array, "N" + ", _" * (array.ndim - 1), sizes)


def same_shape(**arrays: np.ndarray) -> None:
    """이름마다의 배열이 모두 같은 모양인지 본다."""
    shapes = {name: np.shape(array) for name, array in arrays.items()}
    if len(set(shapes.values())) > 1:
        got = ", ".join(f"{name} {shape}" for name, shape in shapes.items())
        raise ValueError(
            f"{'·'.join(shapes)}: 모양이 서로 같아야 한다. 받은 모양: {got}."
        )


def broadcast_shapes(**shapes: tuple[int, ...]) -> tuple[int, ...]:
    """이름마다의 모양을 함께 퍼뜨린 모양.

    오류: 함께 퍼뜨릴 수 없으면 ValueError
    """
    try:
        return np.broadcast_shapes(*shapes.values())
    except ValueError:
        got = ", ".join(f"{name} {tuple(shape)}" for name, shape in shapes.items())
        raise ValueError(
            f"{'·'.join(shapes)}: 축의 길이가 같거나 1이어야 한다. 받은 모양: {got}."
        ) from None


def axes(name: str, axis: Any, x: np.ndarray) -> Any:
    """x에 있는 축 하나나 여럿. None이면 모든 축이다."""
    axis = plain(axis)
    good = isinstance(axis, Integral | tuple) and not isinstance(axis, bool)
    try:
        np.lib.array_utils.normalize_axis_tuple(axis if good else None, x.ndim)
    except (TypeError, ValueError, OverflowError):
        if axis is None:
            return None
        raise ValueError(
            f"{name}: 모양이 {x.shape}인 배열의 축 번호를 넣는다. "
            f"받은 값: {shown(axis)}."
        ) from None
    return axis


def broadcast(name: str, x: ArrayLike, shape: tuple[int, ...]) -> Array:
    """shape까지 퍼뜨린 실수의 배열. 읽기만 한다.

    오류: 퍼뜨릴 수 없거나 퍼뜨리면 shape보다 커지면 ValueError
    """
    x = real(name, x)
    try:
        return np.broadcast_to(x, shape)
    except ValueError:
        raise ValueError(
            f"{name}: 모양이 {shape}이거나 그리로 퍼지는 배열을 넣는다. "
            f"받은 모양: {x.shape}."
        ) from None


def differentiable(name: str, x: Any, shape: str | None = None, **sizes: int) -> Any:
    """real과 같되, 자동 미분이 따라가는 Value, Tensor, torch 텐서는 그대로 둔다."""
    inside = x if isinstance(x, list | tuple) else ()
    if isinstance(x, np.ndarray) and x.dtype == object:
        inside = x.ravel()
    torch_float = hasattr(x, "is_floating_point") and x.is_floating_point()
    if torch_float or any(hasattr(v, "parents") for v in (x, *inside)):
        if shape is not None:
            _shaped(name, np.broadcast_to(0.0, np.shape(x)), shape, sizes)
        return x
    return real(name, x, shape, **sizes)


def _as_array(name: str, x: Any) -> np.ndarray:
    """배열로. object 배열은 수만 담았을 때만 받는다."""
    array = _opened(name, x)
    return _numbers(name, array) if array.dtype.kind == "O" else array


def _opened(name: str, x: Any) -> np.ndarray:
    """torch 텐서와 목록까지 배열로."""
    if hasattr(x, "detach") and hasattr(x, "numpy"):  # torch의 텐서
        x = x.detach().cpu().numpy()
    elif hasattr(x, "requires_grad"):
        raise ValueError(f"{name}: 배열을 넣는다. Tensor면 {name}.data를 넣는다.")
    elif np.ma.is_masked(x):
        raise ValueError(f"{name}: 가려진 값이 있다. {name}.filled(값)으로 채운다.")
    try:
        return np.asarray(x)
    except (ValueError, TypeError, OverflowError):
        raise _unlike(name, x) from None


def _unlike(name: str, x: Any) -> ValueError:
    return ValueError(
        f"{name}: 수의 배열로 바꿀 수 없다. 줄마다 길이가 같은지, 수가 아닌 것이 "
        f"섞이지 않았는지 본다. 받은 것: {type(x).__name__}."
    )


def _numbers(name: str, array: np.ndarray) -> np.ndarray:
    """object 배열은 성분이 모두 수일 때만 그 수의 배열로 바꾼다."""
    other = [v for v in array.ravel() if not isinstance(v, Real | np.bool)]
    if other:
        raise ValueError(
            f"{name}: 수가 아닌 것이 {len(other)}개 있다. 처음 것: {shown(other[0])}."
        )
    whole = all(isinstance(v, Integral) for v in array.ravel())
    try:
        return array.astype(np.int64 if whole else np.float64)
    except OverflowError:
        raise _unlike(name, array) from None


def _shaped(name: str, array: np.ndarray, shape: str, sizes: dict) -> np.ndarray:
    """shape의 " | "로 나눈 모양 가운데 하나여야 한다."""
    wants, texts = [], []
    for option in shape.split("|"):
        axes = [axis.strip() for axis in option.split(",") if axis.strip()]
        free = axes[:1] == ["..."]
        want = [sizes.get(a, int(a) if a.isdigit() else None) for a in axes[free:]]
        tail = array.shape[len(array.shape) - len(want) :]
        good = len(tail) == len(want) and (free or array.ndim == len(want))
        if good and _matches(tail, want):
            return array
        wants.append([] if free else want)
        text = ", ".join(str(sizes.get(axis, axis)) for axis in axes)
        texts.append(f"({text}{',' * (len(axes) == 1 and not free)})")
    hint = _hint(name, array, wants[0]) if len(wants) == 1 else ""
    raise ValueError(
        f"{name}: 모양이 {'이나 '.join(texts)}인 배열을 넣는다. "
        f"받은 모양: {array.shape}.{hint}"
    )


def _matches(shape: tuple, want: list) -> bool:
    return all(w is None or w == n for w, n in zip(want, shape, strict=True))


def _hint(name: str, array: np.ndarray, want: list) -> str:
    """축의 수가 하나 어긋나거나 뒤집힌 흔한 실수는 고치는 법까지 말한다."""
    ndim = len(want)
    if ndim == array.ndim == 2 and _matches(array.shape[::-1], want):
        return f" 행과 열이 뒤집혔으면 {name}.T를 넣는다."
    if ndim == 1 and array.ndim == 2 and 1 in array.shape:
        return f" {name}.reshape(-1)로 편다."
    if ndim == 2 and array.ndim == 1:
        return (
            f" 특성이 하나면 {name}.reshape(-1, 1), "
            f"샘플이 하나면 {name}.reshape(1, -1)로 바꾼다."
        )
    if ndim == 4 and array.ndim in (2, 3):
        index = "[None, None]" if array.ndim == 2 else "[None]"
        return f" 그림 한 장이면 {name}{index}으로 축을 더한다."
    return ""


def _kind(array: np.ndarray) -> str:
    return f"{KINDS.get(array.dtype.kind, '수가 아닌 것')}({array.dtype})"
