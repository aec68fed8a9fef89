"""상태 사전: 모듈의 수를 이름마다 꺼내고 다시 넣는다.

값은 NumPy 배열이다. `torch.from_numpy`로 PyTorch에 넣고, 거기서 온 텐서를 그대로
받는다. PyTorch와 달리 베껴서 내므로 학습을 이어 가도 꺼내 둔 것은 그대로다.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from lessons import arrays
from lessons.dl.tensor import Tensor


def joined(prefix: str, name: str) -> str:
    return f"{prefix}.{name}" if prefix else name


def refuse_hidden(place: str, value: Any, kinds: tuple[type, ...]) -> None:
    """list나 dict에 든 층은 찾아지지 않아 학습되지 않는다. 조용히 넘기지 않는다."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Mapping):
            waiting += item.values()
        elif isinstance(item, list | tuple | set):
            waiting += item
        elif item is not value and isinstance(item, kinds):
            raise ValueError(
                f"{place}: {type(value).__name__}에 담은 {type(item).__name__}는 "
                "parameters()가 찾지 못한다. nn.Sequential이나 nn.ModuleList에 담는다."
            )


def kept(name: str, value: Any, like: np.ndarray | None = None) -> np.ndarray:
    """베껴 둔 배열. like가 정수면 정수로, 아니면 float64로. 없으면 value를 따른다."""
    value = value.data if isinstance(value, Tensor) else value
    array = arrays.real(name, value)
    if like is None:
        like = np.asarray(value.detach() if hasattr(value, "detach") else value)
    return np.array(arrays.integers(name, value) if like.dtype.kind in "iu" else array)


def entries(module: Any) -> Iterator[tuple[str, np.ndarray]]:
    """저장할 이름과 배열. 여러 곳에서 함께 쓰는 것은 이름마다 나온다."""
    for path, inner in module.named_modules(remove_duplicate=False):
        for name, p in inner.named_parameters(path, False, remove_duplicate=False):
            yield name, p.data
        for name, persistent in inner._buffers.items():
            if persistent and getattr(inner, name) is not None:
                yield joined(path, name), getattr(inner, name)


def load(module: Any, state: Mapping, strict: bool) -> tuple[list[str], list[str]]:
    """state의 값을 제자리에 쓴다. 반환: 빠진 이름들, 모르는 이름들

    오류: 모양이 다르거나, strict인데 이름이 맞지 않으면 ValueError.
        그때는 아무것도 바꾸지 않는다
    """
    if not isinstance(state, Mapping):
        raise ValueError(
            "state_dict: 이름마다 배열이 든 dict를 넣는다. "
            f"받은 것: {type(state).__name__}"
        )
    mine = dict(entries(module))
    missing = [name for name in mine if name not in state]
    unexpected = [name for name in state if name not in mine]
    new = {name: kept(name, state[name], mine[name]) for name in mine if name in state}
    told = [
        f"{name}의 모양은 {mine[name].shape}여야 하는데 {a.shape}가 왔다."
        for name, a in new.items()
        if a.shape != mine[name].shape
    ]
    if strict and missing:
        told.append(f"빠진 이름: {', '.join(missing)}.")
    if strict and unexpected:
        told.append(f"모르는 이름: {', '.join(map(str, unexpected))}.")
    if told:
        raise ValueError(
            f"{type(module).__name__}에 상태 사전이 맞지 않는다. {' '.join(told)} "
            "저장할 때와 같은 층으로 짓는다. "
            "이름이 맞는 것만 넣으려면 strict=False를 쓴다."
        )
    for name, a in new.items():
        mine[name][...] = a
    return missing, unexpected
