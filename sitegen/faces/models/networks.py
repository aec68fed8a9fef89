"""페이지에 놓이는 모델의 목록. 새 모델은 여기에 한 줄, 신경망이 다르면 함수 하나.

이름은 학습된 값의 이름(`lessons/data/trained/<이름>.npz`)이자 페이지가 부르는 이름이다.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lessons import datasets
from lessons.scenes import SHAPES

if TYPE_CHECKING:
    from sitegen.faces.models.graph import Graph


@dataclass(frozen=True)
class Model:
    network: Callable[[Graph], None]
    artefact: str = ""  # 비우면 모델의 이름과 같다
    title: str = ""  # 모델을 고르는 단추의 글
    labels: tuple[str, ...] | Callable[[], tuple[str, ...]] = ()  # 클래스의 이름
    samples: Callable[[], np.ndarray] | None = None  # 골라 볼 그림 (줄, 클래스, H, W)


def digit(g: Graph) -> None:
    """첫 쪽의 합성곱 신경망: 8×8 픽셀(0–16)을 받아 확률과 특성 맵을 낸다."""
    pixels = g.input("pixels", 1, 8, 8)
    maps1 = g.output(
        "maps1", g.relu(g.conv2d(g.scale(pixels, 1 / 16), "conv1", padding=1))
    )
    maps2 = g.output("maps2", g.relu(g.conv2d(maps1, "conv2", padding=1)))
    z = g.linear(g.flatten(g.max_pool2d(maps2, 2)), "head")
    g.output("probabilities", g.softmax(z))


def lenet(g: Graph, mean: float = 0.0, std: float = 1.0) -> None:
    """LeNet-5: 28×28 픽셀(0–1)을 받아 확률과 층마다의 출력을 낸다.

    mean, std: 학습할 때 픽셀에서 뺀 수와 나눈 수
    """
    pixels = g.normalize(g.input("pixels", 1, 28, 28), mean, std)
    maps1 = g.output("maps1", g.relu(g.conv2d(pixels, "0", padding=2)))
    pool1 = g.output("pool1", g.max_pool2d(maps1, 2))
    maps2 = g.output("maps2", g.relu(g.conv2d(pool1, "3")))
    pool2 = g.output("pool2", g.max_pool2d(maps2, 2))
    hidden1 = g.output("hidden1", g.relu(g.linear(g.flatten(pool2), "7")))
    hidden2 = g.output("hidden2", g.relu(g.linear(hidden1, "9")))
    g.output("probabilities", g.softmax(g.linear(hidden2, "11")))


def unet(g: Graph) -> None:
    """U-Net: 48×48 컬러 그림(0–1)을 받아 픽셀마다 네 클래스의 확률을 낸다."""

    def two_convs(x: str, layer: str) -> str:
        for at in (0, 3):
            x = g.conv2d(x, f"{layer}.{at}", padding=1)
            x = g.relu(g.batch_norm2d(x, f"{layer}.{at + 1}"))
        return x

    kept = [two_convs(g.input("pixels", 3, 48, 48), "first")]
    for at in range(2):
        kept.append(two_convs(g.max_pool2d(kept[-1], 2), f"down.{at}"))
    x = kept.pop()
    for at in range(2):
        x = g.cat(kept.pop(), g.conv_transpose2d(x, f"up.{at}", stride=2))
        x = two_convs(x, f"merge.{at}")
    g.output("probabilities", g.softmax(g.conv2d(x, "head")))


def fashion_lenet(g: Graph) -> None:
    """옷 사진을 배운 LeNet-5"""
    from lessons.cnn.lenet import FASHION_MEAN, FASHION_STD  # 그 장이 있을 때만

    lenet(g, FASHION_MEAN, FASHION_STD)


def shapes(g: Graph) -> None:
    """도형을 가려내는 신경망: 64×64 픽셀(0–1)을 받아 확률과 클래스마다의 CAM을 낸다.

    머리가 전역 평균 풀링과 선형층뿐이라 CAM은 머리의 가중치로 하는 1×1 합성곱이다.
    """
    A = g.input("pixels", 3, 64, 64)
    for i, stride in enumerate((2, 2, 1, 1)):
        A = g.conv2d(A, f"0.{3 * i}", stride=stride, padding=1)
        A = g.relu(g.batch_norm2d(A, f"0.{3 * i + 1}"))
    z = g.linear(g.flatten(g.op("GlobalAveragePool", A)), "1.2")
    g.output("probabilities", g.softmax(z))
    alpha = g.weights["1.2.weight"].astype(np.float32) / 16**2
    kernel = g.constant("alpha", alpha[:, :, None, None])
    g.output("maps", g.op("Conv", A, kernel, kernel_shape=[1, 1]))


def sign_net(g: Graph) -> None:
    """표지판의 신경망: 전처리를 마친 3×32×32를 받아 확률을 낸다."""
    x = g.input("pixels", 3, 32, 32)
    for layer in ("0", "3", "6"):
        x = g.max_pool2d(g.relu(g.conv2d(x, layer, padding=1)), 2)
    g.output("probabilities", g.softmax(g.linear(g.flatten(x), "10")))


def fashion_samples() -> np.ndarray:
    """테스트 데이터에서 클래스마다 처음 나오는 두 장."""
    X, y = datasets.load_fashion_mnist(train=False)
    chosen = [X[y == label][:2] for label in range(10)]
    return np.stack(chosen, axis=1)


def yolo(g: Graph) -> None:
    """작은 YOLO: 64×64 그림(0–1)을 받아 8×8 칸마다의 로짓을 낸다."""
    x = g.input("pixels", 3, 64, 64)
    for at, stride in zip(range(0, 15, 3), (2, 2, 2, 1, 1), strict=True):
        x = g.conv2d(x, str(at), stride=stride, padding=1)
        x = g.relu(g.batch_norm2d(x, str(at + 1)))
    g.output("out", g.conv2d(x, "15"))


def sign_names() -> tuple[str, ...]:
    """표지판 아홉 가지"""
    from lessons.cnn.preprocessing.signs import SIGNS  # 그 장이 있을 때만

    return SIGNS


MODELS = {
    "home/digit": Model(digit),
    "cnn/lenet_fashion": Model(
        fashion_lenet,
        title="옷과 신발",
        labels=datasets.FASHION_CLASSES,
        samples=fashion_samples,
    ),
    "cnn/sign_net": Model(sign_net, title="표지판", labels=sign_names),
    "cnn/unet": Model(unet, labels=("배경", "원", "네모", "세모")),
    "cnn/shapes_shortcut": Model(shapes, title="세모에만 찍고 배움"),
    "cnn/shapes": Model(shapes, title="표시 없이 배움"),
    "cnn/yolo": Model(yolo, title="도형 찾기", labels=SHAPES),
}
