"""학습된 값으로 ONNX 그래프를 적는다. 층의 이름과 인자는 torch의 것과 같다."""

from collections.abc import Callable

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
IR = 8


class Graph:
    """값을 이름으로 잇는 그래프. 층 `conv1`은 `conv1.weight`와 `conv1.bias`를 쓴다."""

    def __init__(self, weights: dict[str, np.ndarray]):
        self.weights = weights
        self.nodes: list[tuple[str, list[str], str, dict]] = []
        self.inputs: list[onnx.ValueInfoProto] = []
        self.outputs: dict[str, str] = {}
        self.constants: dict[str, np.ndarray] = {}

    def input(self, name: str, *shape: int, dtype: int = TensorProto.FLOAT) -> str:
        """맨 앞의 축은 배치 N이다. shape에는 그 뒤를 적는다."""
        self.inputs.append(helper.make_tensor_value_info(name, dtype, ["N", *shape]))
        return name

    def output(self, name: str, x: str) -> str:
        self.outputs[x] = name
        return x

    def op(self, kind: str, *inputs: str, **attributes) -> str:
        """ONNX의 연산 하나. 여기에 없는 층은 이것으로 적는다."""
        made = f"{kind}.{len(self.nodes)}"
        self.nodes.append((kind, list(inputs), made, attributes))
        return made

    def constant(self, name: str, value) -> str:
        self.constants[name] = np.asarray(value)
        return name

    def parameter(self, name: str) -> str:
        if name not in self.weights:
            known = ", ".join(self.weights)
            raise ValueError(f"학습된 값에 {name!r}가 없다. 있는 것: {known}")
        return self.constant(name, self.weights[name].astype(np.float32))

    def _layer(self, name: str) -> list[str]:
        bias = [f"{name}.bias"] if f"{name}.bias" in self.weights else []
        return [self.parameter(key) for key in (f"{name}.weight", *bias)]

    def conv2d(
        self, x: str, layer: str, *, stride=1, padding=0, dilation=1, groups=1
    ) -> str:
        sizes = {
            "strides": [stride] * 2,
            "pads": [padding] * 4,
            "dilations": [dilation] * 2,
        }
        return self.op("Conv", x, *self._layer(layer), group=groups, **sizes)

    def conv_transpose2d(self, x: str, layer: str, *, stride=1, padding=0) -> str:
        sizes = {"strides": [stride] * 2, "pads": [padding] * 4}
        return self.op("ConvTranspose", x, *self._layer(layer), **sizes)

    def linear(self, x: str, layer: str) -> str:
        return self.op("Gemm", x, *self._layer(layer), transB=1)

    def batch_norm2d(self, x: str, layer: str, *, eps=1e-5) -> str:
        keys = ("weight", "bias", "running_mean", "running_var")
        values = [self.parameter(f"{layer}.{key}") for key in keys]
        return self.op("BatchNormalization", x, *values, epsilon=eps)

    def relu(self, x: str) -> str:
        return self.op("Relu", x)

    def max_pool2d(self, x: str, kernel_size: int) -> str:
        size = [kernel_size] * 2
        return self.op("MaxPool", x, kernel_shape=size, strides=size)

    def avg_pool2d(self, x: str, kernel_size: int) -> str:
        size = [kernel_size] * 2
        return self.op("AveragePool", x, kernel_shape=size, strides=size)

    def cat(self, *xs: str) -> str:
        """채널로 이어 붙인다."""
        return self.op("Concat", *xs, axis=1)

    def flatten(self, x: str) -> str:
        return self.op("Flatten", x)

    def softmax(self, x: str) -> str:
        return self.op("Softmax", x, axis=1)

    def scale(self, x: str, by: float) -> str:
        """모두 by배 한다."""
        factor = self.constant(f"scale.{len(self.nodes)}", np.float32(by))
        return self.op("Mul", x, factor)

    def normalize(self, x: str, mean: float, std: float) -> str:
        """평균을 빼고 표준편차로 나눈다."""
        shift = self.constant(f"mean.{len(self.nodes)}", np.float32(mean))
        return self.scale(self.op("Sub", x, shift), 1 / std)

    def model(self) -> onnx.ModelProto:
        self._refuse_unused()
        called = self.outputs

        def name(x: str) -> str:
            return called.get(x, x)

        nodes = [
            helper.make_node(kind, [*map(name, inputs)], [name(made)], **how)
            for kind, inputs, made, how in self.nodes
        ]
        outputs = [onnx.ValueInfoProto(name=told) for told in called.values()]
        constants = [numpy_helper.from_array(v, k) for k, v in self.constants.items()]
        body = helper.make_graph(nodes, "network", self.inputs, outputs, constants)
        opsets = [helper.make_opsetid("", OPSET)]
        made = helper.make_model(body, opset_imports=opsets, ir_version=IR)
        made = onnx.shape_inference.infer_shapes(made, strict_mode=True)
        del made.graph.value_info[:]  # 사이의 모양은 받을 까닭이 없다
        return made

    def _refuse_unused(self) -> None:
        """층 하나를 빠뜨린 그래프는 조용히 다른 답을 낸다."""
        learned = {k for k in self.weights if k.endswith((".weight", ".bias"))}
        if left := sorted(learned - set(self.constants)):
            raise ValueError(f"그래프가 쓰지 않는 학습된 값이 있다: {', '.join(left)}")


def export(network: Callable[[Graph], None], weights: dict[str, np.ndarray]) -> bytes:
    graph = Graph(weights)
    network(graph)
    made = graph.model()
    onnx.checker.check_model(made, full_check=True)
    return made.SerializeToString(deterministic=True)
