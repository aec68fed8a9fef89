"""학습하는 신경망을 들여다보는 눈: 기울기의 크기, 걸음의 비, 죽은 유닛, 첫 NaN.

기호: model은 nn.Module, 이름은 상태 사전의 것("0.weight")을 그대로 쓴다.
출처: Pascanu 외 (2013), Lu 외 (2020)
"""

# --8<-- [start:imports]
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import ArrayLike

from lessons import nn
from lessons.arrays import real, same_shape
from lessons.scalars import instance, mapping, number, parameters

# --8<-- [end:imports]


# --8<-- [start:grad_norms]
def grad_norms(model: nn.Module) -> dict[str, float]:
    """매개변수마다 기울기의 크기 ‖g‖. 기울기가 없으면 0이다."""
    named = instance("model", model, nn.Module).named_parameters()
    grads = {name: p.grad for name, p in named}
    return {n: 0.0 if g is None else float(np.linalg.norm(g)) for n, g in grads.items()}
# --8<-- [end:grad_norms]


# --8<-- [start:update_ratios]
def update_ratios(
    before: Mapping[str, ArrayLike], after: Mapping[str, ArrayLike]
) -> dict[str, float]:
    """이름마다 한 걸음의 비 ‖Δw‖ / ‖w‖. 걷기 앞뒤의 상태 사전을 넣는다.

    오류: 이름이나 모양이 다르거나, 처음 값이 모두 0이면 ValueError
    """
    before, after = mapping("before", before), mapping("after", after)
    if before.keys() != after.keys():
        raise ValueError(
            "before와 after: 같은 모델의 상태 사전 둘을 넣는다. "
            f"한쪽에만 있는 이름: {sorted(before.keys() ^ after.keys())}"
        )
    return {name: _ratio(name, before[name], after[name]) for name in before}


def _ratio(name: str, old: ArrayLike, new: ArrayLike) -> float:
    old, new = real(name, old), real(name, new)
    same_shape(before=old, after=new)
    if not (size := np.linalg.norm(old)):
        raise ValueError(f"{name}: 처음 값이 모두 0이라 비가 없다. 빼고 넣는다.")
    return float(np.linalg.norm(new - old) / size)
# --8<-- [end:update_ratios]


# --8<-- [start:dead_units]
def dead_units(model: nn.Sequential, X: ArrayLike) -> dict[str, float]:
    """ReLU 층마다, X의 어느 줄에서도 켜지지 않은 유닛의 비율.

    X: (N, D)
    """
    h, dead = real("X", X, "N, D"), {}
    for name, layer in instance("model", model, nn.Sequential).named_children():
        h = layer(h)
        if isinstance(layer, nn.ReLU):
            dead[name] = float(np.mean((h.data <= 0).all(axis=0)))
    return dead
# --8<-- [end:dead_units]


# --8<-- [start:clip_grad_norm]
def clip_grad_norm(params: Iterable, max_norm: float) -> float:
    """모든 기울기를 한 벡터로 본 크기가 max_norm을 넘으면 그만큼 줄인다.

    방향은 그대로다. 기울기가 None인 것은 건너뛴다.
    반환: 줄이기 전의 크기
    출처: Pascanu, Mikolov, Bengio (2013)
    """
    limit = number("max_norm", max_norm, 0)
    found = [p for p in parameters("params", params) if p.grad is not None]
    total = float(np.sqrt(sum(np.sum(real("grad", p.grad) ** 2) for p in found)))
    scale = min(limit / (total + 1e-6), 1.0)  # torch와 같은 1e-6
    for p in found:
        p.grad = real("grad", p.grad) * scale
    return total
# --8<-- [end:clip_grad_norm]


# --8<-- [start:first_bad]
def first_bad(model: nn.Sequential, X: ArrayLike) -> str:
    """NaN이나 무한대가 처음 나타난 곳: "X", 매개변수나 층의 이름. 없으면 ""

    X: (N, D)
    """
    h = real("X", X, "N, D")
    if not np.isfinite(h).all():
        return "X"
    for name, layer in instance("model", model, nn.Sequential).named_children():
        for inner, p in layer.named_parameters():
            if not np.isfinite(p.data).all():
                return f"{name}.{inner}"
        h = layer(h)
        if not np.isfinite(h.data).all():
            return name
    return ""
# --8<-- [end:first_bad]


# --8<-- [start:mixed_rows]
def mixed_rows(model: nn.Module, X: ArrayLike) -> int:
    """첫 줄만 바꾸어 넣었을 때 답이 달라진 다른 줄의 수. 줄끼리 섞이지 않으면 0이다.

    X: (N, D)
    오류: 줄이 둘보다 적으면 ValueError
    """
    X = real("X", X, "N, D")
    if len(X) < 2:
        raise ValueError(f"X: 두 줄은 있어야 견준다. 받은 모양: {X.shape}.")
    changed = X.copy()
    changed[0] += 1
    forward = instance("model", model, nn.Module)
    before, after = forward(X).data[1:], forward(changed).data[1:]
    return int(np.sum(~np.isclose(before, after, atol=1e-12).all(axis=1)))
# --8<-- [end:mixed_rows]
