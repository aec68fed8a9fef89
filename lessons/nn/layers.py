"""층: 차례로 잇는 Sequential, 완전 연결층 Linear, 활성화 함수.

8장의 lessons.dl.layers.Linear는 W를 (입력, 출력)으로 두고 X @ W를 셈한다. 여기서는
PyTorch처럼 weight를 (출력, 입력)으로 두고 x @ weight.T를 셈한다.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from lessons.dl.tensor import Tensor
from lessons.nn import functional as F
from lessons.nn.module import Module, Parameter
from lessons.scalars import count, flag, generator


class ModuleList(Module):
    """번호로 꺼내는 모듈의 목록. 잇는 법은 쓰는 쪽이 forward에 적는다.

    오류: Module이 아닌 것을 담으면 ValueError
    """

    def __init__(self, modules: Any = ()) -> None:
        for module in modules:
            self.append(module)

    def append(self, module: Module) -> "ModuleList":
        """끝에 하나를 더한다. 반환: 자신"""
        return self.add_module(str(len(self)), module)

    def add_module(self, name: str, module: Module) -> "ModuleList":
        """이름을 붙여 더한다. 반환: 자신"""
        if not isinstance(module, Module):
            raise ValueError(
                f"{type(self).__name__}에는 nn.Module을 담는다. "
                f"받은 것: {type(module).__name__}. 함수면 nn.ReLU()처럼 층을 쓴다."
            )
        setattr(self, name, module)
        return self

    def __iter__(self) -> Iterator[Module]:
        return (layer for _, layer in self.named_children(remove_duplicate=False))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __getitem__(self, index: int | slice) -> Module:
        """번호면 그 층, 조각이면 그 층들을 함께 쓰는 새 목록"""
        found = [*self][index]
        return type(self)(found) if isinstance(index, slice) else found


class Sequential(ModuleList):
    """층을 차례로 잇는다. 이름은 "0.weight"처럼 번호로 시작한다.

    layers: 층들, 또는 이름마다 층이 든 dict 하나
    """

    def __init__(self, *layers: Module | Mapping[str, Module]) -> None:
        named = {str(i): layer for i, layer in enumerate(layers)}
        if len(layers) == 1 and isinstance(layers[0], Mapping):
            named = layers[0]
        for name, layer in named.items():
            self.add_module(name, layer)

    def __getitem__(self, index: int | slice) -> Module:
        """번호면 그 층, 조각이면 그 층들을 함께 쓰는 새 Sequential"""
        named = [*self.named_children(remove_duplicate=False)][index]
        return Sequential(dict(named)) if isinstance(index, slice) else named[1]

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        for layer in self:
            x = layer(x)
        return x


class Linear(Module):
    """모든 입력이 모든 유닛으로 가는 층. x @ weight.T + bias

    weight: (out_features, in_features), bias: (out_features,) 또는 None
    처음 값은 torch.nn.Linear와 같이 ±1/√in_features 사이에서 고르게 뽑는다.
    """

    def __init__(
        self,
        in_features: int,
        out_features: int,
        bias: bool = True,
        *,
        rng: np.random.Generator,
    ) -> None:
        self.in_features = count("in_features", in_features)
        self.out_features = count("out_features", out_features)
        rng, bound = generator("rng", rng), 1 / np.sqrt(self.in_features)
        weight = rng.uniform(-bound, bound, (self.out_features, self.in_features))
        self.weight = Parameter(weight)
        has_bias = flag("bias", bias)
        b = rng.uniform(-bound, bound, self.out_features) if has_bias else None
        self.bias = None if b is None else Parameter(b)

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        """x: (…, in_features). 반환: (…, out_features)"""
        return F.linear(x, self.weight, self.bias)

    def extra_repr(self) -> str:
        return (
            f"in_features={self.in_features}, out_features={self.out_features}, "
            f"bias={self.bias is not None}"
        )


class ReLU(Module):
    """음수만 0으로 바꾼다."""

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        return F.relu(x)


class Tanh(Module):
    """−1과 1 사이로 누른다."""

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        return F.tanh(x)


class Sigmoid(Module):
    """0과 1 사이로 누른다."""

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        return F.sigmoid(x)


class Flatten(Module):
    """start_dim부터 end_dim까지의 축을 하나로 편다. 기본은 배치만 남긴다."""

    def __init__(self, start_dim: int = 1, end_dim: int = -1) -> None:
        self.start_dim, self.end_dim = start_dim, end_dim

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        return F.flatten(x, self.start_dim, self.end_dim)

    def extra_repr(self) -> str:
        return f"start_dim={self.start_dim}, end_dim={self.end_dim}"
