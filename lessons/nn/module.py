"""매개변수 하나의 뜻: Parameter와 그것을 모으는 Module.

이름은 torch.nn을 따른다. 속성에 넣은 Parameter와 Module은 저절로 찾아지고, 상태
사전(state dict)의 이름과 모양은 PyTorch의 것과 같다.
출처: Paszke 외 (2019), arXiv:1912.01703
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from lessons import Array
from lessons.dl.tensor import Tensor
from lessons.nn import state


class Parameter(Tensor):
    """학습으로 고칠 텐서. 옵티마이저가 그대로 받는다."""


class IncompatibleKeys(NamedTuple):
    """load_state_dict가 맞추지 못한 이름들."""

    missing_keys: list[str]
    unexpected_keys: list[str]


class Module:
    """매개변수와 층을 담는 상자. 물려받아 forward 하나를 적는다.

    training: 학습 중인가. train()과 eval()이 안에 든 모듈까지 바꾼다
    오류: 층을 list에 담거나, 매개변수의 자리에 다른 것을 넣으면 ValueError
    """

    training = True
    _buffers: ClassVar[Mapping[str, bool]] = {}  # 이름: 상태 사전에 담는가

    def forward(self, *inputs: Any) -> Any:
        raise NotImplementedError(f"{type(self).__name__}에 forward를 적는다.")

    def __call__(self, *inputs: Any, **options: Any) -> Any:
        return self.forward(*inputs, **options)

    def __setattr__(self, name: str, value: Any) -> None:
        place = f"{type(self).__name__}.{name}"
        state.refuse_hidden(place, value, (Parameter, Module))
        if isinstance(value, Module) and self in value.modules():
            raise ValueError(f"{place}: 자기를 담은 모듈을 다시 담을 수 없다.")
        for kind in (Parameter, Module):
            if isinstance(vars(self).get(name), kind) and not (
                value is None or isinstance(value, kind)
            ):
                raise ValueError(
                    f"{place}: 이 자리에는 {kind.__name__} 하나를 넣는다. 받은 것: "
                    f"{type(value).__name__}. 매개변수의 값은 {name}.data[...]에 쓴다."
                )
        if name in self._buffers and value is not None:
            value = state.kept(place, value, vars(self).get(name))
        super().__setattr__(name, value)

    def register_buffer(
        self, name: str, tensor: ArrayLike | None, persistent: bool = True
    ) -> None:
        """고치지는 않지만 함께 저장할 배열. persistent가 거짓이면 저장하지 않는다.

        처음에 정수면 늘 정수, 아니면 늘 float64다.
        오류: 이미 쓰는 이름이거나 수의 배열이 아니면 ValueError
        """
        if hasattr(self, name) or not name.isidentifier():
            raise ValueError(f"버퍼의 이름은 아직 쓰지 않은 낱말이어야 한다: {name!r}")
        super().__setattr__("_buffers", {**self._buffers, name: persistent})
        setattr(self, name, tensor)

    def named_children(
        self, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, "Module"]]:
        """바로 안에 든 모듈과 그 이름"""
        seen = set()
        for name, value in vars(self).items():
            place = f"{type(self).__name__}.{name}"
            state.refuse_hidden(place, value, (Parameter, Module))
            if isinstance(value, Module):
                if value not in seen or not remove_duplicate:
                    yield name, value
                seen.add(value)

    def named_modules(
        self, prefix: str = "", remove_duplicate: bool = True
    ) -> Iterator[tuple[str, "Module"]]:
        """자신과 안에 든 모든 모듈. 이름은 점으로 잇고, 같은 것은 한 번만 낸다."""
        seen, waiting = set(), [(prefix, self)]
        while waiting:
            path, module = waiting.pop()
            if module in seen and remove_duplicate:
                continue
            seen.add(module)
            yield path, module
            children = reversed([*module.named_children(remove_duplicate)])
            waiting += [(state.joined(path, name), child) for name, child in children]

    def named_parameters(
        self, prefix: str = "", recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Parameter]]:
        """고칠 것과 그 이름. 여러 곳에서 함께 쓰는 것은 한 번만 낸다."""
        seen = set()
        inside = self.named_modules(prefix, remove_duplicate)
        for path, module in inside if recurse else [(prefix, self)]:
            for name, value in vars(module).items():
                if not isinstance(value, Parameter):
                    continue
                if value not in seen or not remove_duplicate:
                    seen.add(value)
                    yield state.joined(path, name), value

    def named_buffers(self) -> Iterator[tuple[str, Array]]:
        """버퍼와 그 이름. 비워 둔 것은 내지 않는다."""
        for path, module in self.named_modules():
            for name in module._buffers:
                if getattr(module, name) is not None:
                    yield state.joined(path, name), getattr(module, name)

    def parameters(self, recurse: bool = True) -> Iterator[Parameter]:
        return (p for _, p in self.named_parameters(recurse=recurse))

    def buffers(self) -> Iterator[Array]:
        return (b for _, b in self.named_buffers())

    def modules(self) -> Iterator["Module"]:
        return (m for _, m in self.named_modules())

    def children(self) -> Iterator["Module"]:
        return (m for _, m in self.named_children())

    def train(self, mode: bool = True) -> "Module":
        """안에 든 모듈까지 학습(True)이나 추론(False)으로 바꾼다. 반환: 자신"""
        for module in self.modules():
            module.training = bool(mode)
        return self

    def eval(self) -> "Module":
        return self.train(False)

    def zero_grad(self, set_to_none: bool = True) -> None:
        """기울기를 지운다. set_to_none이 거짓이면 0으로 채운다."""
        for p in self.parameters():
            p.grad = None if set_to_none else np.zeros_like(p.data)

    def state_dict(self) -> dict[str, Array]:
        """이름마다 매개변수와 버퍼를 베낀 배열"""
        return {name: a.copy() for name, a in state.entries(self)}

    def load_state_dict(
        self, state_dict: Mapping[str, ArrayLike], strict: bool = True
    ) -> IncompatibleKeys:
        """state_dict의 값을 제자리에 쓴다. 배열이나 PyTorch의 텐서를 받는다.

        strict: 참이면 이름이 모두 맞아야 한다
        반환: 빠진 이름들과 모르는 이름들
        오류: 이름이나 모양이 다르면 ValueError. 그때는 아무것도 바꾸지 않는다
        """
        return IncompatibleKeys(*state.load(self, state_dict, strict))

    def extra_repr(self) -> str:
        """괄호 안에 보일 설정"""
        return ""

    def __repr__(self) -> str:
        children = self.named_children(remove_duplicate=False)
        inside = [f"({name}): {child!r}" for name, child in children]
        head = f"{type(self).__name__}({self.extra_repr()}"
        if not inside:
            return f"{head})"
        lines = "\n".join(inside).replace("\n", "\n  ")
        return f"{head}\n  {lines}\n)"
