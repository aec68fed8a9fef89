"""문의 시험에 쓰는 보기와, 보기를 비트는 법.

보기(Sample)는 인자 하나에 넣을 바른 값과 그 종류다. 종류마다 같은 뜻의 다른 꼴(odd)과
받지 말아야 할 것(bad)이 정해진다. 모양은 축의 이름으로 적는다: "N, D". 같은 이름의 축이
다른 인자에도 있으면, 한쪽만 늘였을 때 막아야 한다.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import torch

from lessons.dl.tensor import Tensor


@dataclass(frozen=True)
class Sample:
    value: Any  # thing은 값을 만드는 함수다
    kind: str
    shape: str = ""
    optional: bool = False  # None도 받는가
    least: int = 0
    tensors: bool = False  # 우리 Tensor도 받는가
    torches: bool = True  # torch의 텐서를 배열로 바꾸는가

    @property
    def axes(self) -> list[str]:
        return [axis.strip() for axis in self.shape.split(",") if axis.strip()]

    def fresh(self) -> Any:
        if self.kind == "generator":
            return None if self.value is None else np.random.default_rng(self.value)
        if self.kind in ("thing", "path"):
            return self.value()
        return self.value.copy() if isinstance(self.value, np.ndarray) else self.value


def array(value, shape="", **options) -> Sample:
    return Sample(np.array(value, dtype=np.float64), "array", shape, **options)


def whole(value, shape="", **options) -> Sample:
    """정수의 배열."""
    return Sample(np.array(value, dtype=np.int64), "whole", shape, **options)


def labels(value, shape="N", **options) -> Sample:
    return Sample(np.array(value), "labels", shape, **options)


def mask(value, shape="", **options) -> Sample:
    return Sample(np.array(value, dtype=bool), "mask", shape, **options)


def count(value, least=0, **options) -> Sample:
    return Sample(value, "count", least=least, **options)


def number(value, **options) -> Sample:
    return Sample(value, "number", **options)


def word(value, **options) -> Sample:
    return Sample(value, "word", **options)


def flag(value=True) -> Sample:
    return Sample(value, "flag")


def function(value, **options) -> Sample:
    return Sample(value, "function", **options)


def generator(seed=0, **options) -> Sample:
    return Sample(seed, "generator", **options)


def thing(make: Callable[[], Any], **options) -> Sample:
    """모델이나 사전처럼 꼴이 정해지지 않은 것. 아무것도 아닌 것만 막는지 본다."""
    return Sample(make, "thing", **options)


def path(make: Callable[[], Path], **options) -> Sample:
    """있는 파일이나 폴더."""
    return Sample(make, "path", **options)


@dataclass(frozen=True)
class Place:
    """Path는 아니지만 경로로 쓸 수 있는 것. 바이트를 담으면 받지 않는다."""

    words: Any

    def __fspath__(self):
        return self.words


# 같은 뜻의 다른 꼴


def odd(sample: Sample) -> Iterator[tuple[str, Any]]:
    value = sample.fresh()
    if value is None:
        return
    if sample.kind in ("array", "whole", "labels", "mask"):
        for words, other in _odd_arrays(value, sample.kind):
            if sample.torches or not isinstance(other, torch.Tensor):
                yield words, other
    elif sample.kind == "count":
        yield from (("np.int64", np.int64(value)), ("0차원", np.array(value)))
        yield "torch", torch.tensor(value)
        if value >= 0:
            yield "np.uint8", np.uint8(value)
    elif sample.kind == "number":
        yield from (("np.float64", np.float64(value)), ("0차원", np.array(value)))
        double = torch.tensor(value, dtype=torch.float64)
        yield from (("Fraction", Fraction(value)), ("torch", double))
        if float(np.float32(value)) == value:
            yield "np.float32", np.float32(value)
    elif sample.kind == "flag":
        yield "np.bool", np.bool_(value)
    elif sample.kind == "path":
        yield from (("글자", str(value)), ("PathLike", Place(str(value))))
        yield "돌아온 길", value.parent / ".." / value.parent.name / value.name
        yield "지금 폴더에서", Path(os.path.relpath(value))


def _odd_arrays(value: np.ndarray, kind: str) -> Iterator[tuple[str, Any]]:
    yield "목록", value.tolist()
    if value.ndim:
        yield "튜플", tuple(value.tolist())
        yield "건너뛴 것", np.repeat(value, 2, axis=-1)[..., ::2]
        yield "뒤집은 것", np.ascontiguousarray(value[::-1])[::-1]
    yield "열부터 놓은 것", np.asfortranarray(value)
    fixed = value.copy()
    fixed.flags.writeable = False
    yield "읽기만 하는 것", fixed
    if value.dtype.kind in "bif":
        yield "torch", torch.tensor(value)
    if kind == "mask":
        return
    if value.dtype.kind in "if":
        yield from _odd_numbers(value, kind)


def _odd_numbers(value: np.ndarray, kind: str) -> Iterator[tuple[str, Any]]:
    types = [np.int8, np.uint8, np.int64, np.uint64]
    if kind != "whole":
        types += [np.float32, np.float64]
    for dtype in types:
        with np.errstate(invalid="ignore"):
            cast = value.astype(dtype)
        if (cast.astype(np.float64) == value).all():
            yield dtype.__name__, cast
    if kind == "array":
        if np.isin(value, (0, 1)).all():
            yield "bool", value.astype(bool)
        exact = np.vectorize(Fraction, otypes=[object])(value)
        yield "Fraction", exact.tolist() if value.ndim else exact
        if value.dtype.kind == "f":
            yield "기울기를 재는 torch", torch.tensor(value, requires_grad=True)
    else:
        yield "object", value.astype(object)


# 받지 말아야 할 것. 셋째는 꼭 막아야 하는지다. 아니면 값이 나와도 된다


def bad(
    sample: Sample, others: list[Sample], name: str = ""
) -> Iterator[tuple[str, Any, bool]]:
    if not sample.optional:
        yield "None", None, True
    if sample.kind in ("array", "whole", "labels", "mask"):
        yield from _bad_arrays(sample)
        yield from _bad_shapes(sample, others)
    elif sample.kind == "count":
        for wrong in (2.5, True, "3", [2], np.nan, 1j, sample.least - 1):
            yield repr(wrong), wrong, True
    elif sample.kind == "number":
        for wrong in ("a", True, [0.5, 0.5], np.nan, 1j):
            yield repr(wrong), wrong, True
    elif sample.kind == "word":
        for wrong in ("없는 말", 3, ["mean"]):
            yield repr(wrong), wrong, True
    elif sample.kind == "flag":
        for wrong in ("False", 1, [True]):
            yield repr(wrong), wrong, True
    elif sample.kind == "path":
        yield from _bad_paths(sample.fresh())
    elif sample.kind in ("function", "generator"):
        for wrong in (3, "f"):
            yield repr(wrong), wrong, True


def _bad_paths(good: Path) -> Iterator[tuple[str, Any, bool]]:
    for wrong in (3, True, "", "없는 곳", "a\0b", "a" * 5000, [str(good)], ["a"]):
        yield repr(wrong)[:20], wrong, True
    yield "바이트", os.fsencode(good), True
    yield "바이트의 PathLike", Place(os.fsencode(good)), True
    yield "곁의 없는 것", good.with_name("없는 것"), True
    yield "파일 아래", __file__ + "/a", True
    yield "뜻이 다른 파일", Path(__file__), True
    if good.is_file():
        yield "폴더", good.parent, True
        for words, data in (("빈 파일", b""), ("다른 파일", b"not what you want")):
            with tempfile.TemporaryDirectory() as folder:
                other = Path(folder, good.name)
                other.write_bytes(data)
                yield words, other, True
    else:
        yield "빈 폴더", good.parent / "빈 폴더", True


def _bad_arrays(sample: Sample) -> Iterator[tuple[str, Any, bool]]:
    value = np.asarray(sample.value)
    yield "복소수", np.ones(value.shape, complex), True
    yield "날짜", np.zeros(value.shape, "M8[D]"), True
    yield "None의 배열", np.full(value.shape, None), True
    yield "들쭉날쭉", [[1, 2], [3]], True
    yield "사전", {"a": 1}, True
    if sample.kind != "labels":
        yield "글자", np.full(value.shape, "글"), True
    if not sample.tensors:
        yield "Tensor", Tensor(np.ones(value.shape)), True
    if sample.kind in ("whole", "labels"):
        yield "NaN", np.full(value.shape, np.nan), True
    elif sample.kind == "array":
        yield "NaN", np.full(value.shape, np.nan), False
        yield "무한대", np.full(value.shape, np.inf), False
    if sample.kind == "whole":
        yield "실수", value + 0.5, True
    if sample.kind == "mask":
        yield "0과 1", value.astype(int), True


def _bad_shapes(
    sample: Sample, others: list[Sample]
) -> Iterator[tuple[str, Any, bool]]:
    value, axes = np.asarray(sample.value), sample.axes
    if value.ndim:
        yield "빈 것", value[:0], False
    if not axes or axes[0] == "...":
        return
    yield "0차원", value.ravel()[0], True
    yield "한 축 더", value[..., None], True
    if value.ndim > 1:
        yield "한 줄만", value[0], True
    shared = {axis for other in others for axis in other.axes}
    for i, axis in enumerate(axes):
        if axis in shared or axis.isdigit():
            longer = np.concatenate([value, value.take([0], axis=i)], axis=i)
            yield f"{axis}축이 긴 것", longer, True


# 견주기


def plain(x: Any) -> Any:
    """견줄 수 있는 목록, 사전, 배열, 수로."""
    if isinstance(x, torch.nn.Module):
        return {name: plain(value) for name, value in x.state_dict().items()}
    if isinstance(x, torch.Tensor):
        return x.detach().numpy()
    if isinstance(x, np.random.Generator) or callable(x):
        return None
    if isinstance(x, dict):
        return {key: plain(value) for key, value in x.items()}
    if isinstance(x, Fraction | np.number | np.bool_ | int | float):
        return np.float64(x)
    if isinstance(x, np.ndarray):
        return x.astype(np.float64) if x.dtype.kind in "biuf" else x
    if isinstance(x, str | bytes | type(None)):
        return x
    if isinstance(x, os.PathLike):
        return os.path.realpath(x)
    if hasattr(x, "__dict__") or hasattr(type(x), "__slots__"):
        slots = [s for c in type(x).__mro__ for s in getattr(c, "__slots__", ())]
        names = [*getattr(x, "__dict__", ()), *slots]
        shown = {n: getattr(x, n, None) for n in names if n not in ("node", "parents")}
        return {n: plain(value) for n, value in shown.items() if not n.startswith("__")}
    if hasattr(x, "__iter__"):
        items = [plain(value) for value in x]
        try:
            return np.asarray(items, dtype=np.float64)
        except (ValueError, TypeError):
            return items
    return x


def equal(a: Any, b: Any) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(equal(a[k], b[k]) for k in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(equal, a, b))
    if isinstance(a, np.ndarray | np.float64) and isinstance(
        b, np.ndarray | np.float64
    ):
        a, b = np.asarray(a), np.asarray(b)
        if a.shape != b.shape:
            return False
        if a.dtype.kind == "f" and b.dtype.kind == "f":
            return np.allclose(a, b, rtol=1e-6, atol=1e-9, equal_nan=True)
        return bool((a == b).all())
    return type(a) is type(b) and a == b
