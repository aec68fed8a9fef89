"""이 장의 실험대: 14×14로 줄인 옷 사진과 작은 신경망.

같은 씨앗이면 같은 사진, 같은 처음 가중치다. 그래서 처방끼리 짝지어 견줄 수 있다.
"""

# --8<-- [start:imports]
import numpy as np
from numpy.typing import ArrayLike

from lessons import Array, nn
from lessons.arrays import real
from lessons.cnn.batch_norm import BatchNorm2d
from lessons.cnn.classification.early_stopping import EarlyStopping
from lessons.cnn.overfitting.dropout import Dropout
from lessons.cnn.training import predict, train_epoch
from lessons.datasets import load_fashion_mnist
from lessons.dl.optimizer_base import Optimizer
from lessons.dl.tensor import Tensor
from lessons.nn.functional import tensor
from lessons.scalars import count, flag, generator, number

# --8<-- [end:imports]


# --8<-- [start:fashion_split]
def halve(X: ArrayLike) -> Array:
    """사진 (N, 28, 28)을 2×2씩 평균해 (N, 1, 14, 14), 0부터 1까지로."""
    X = real("X", X, "N, 28, 28") / 255
    return X.reshape(-1, 1, 14, 2, 14, 2).mean(axis=(3, 5))


def fashion_split(
    n: int, wrong: float = 0.0, *, rng: np.random.Generator
) -> tuple[Array, np.ndarray, Array, np.ndarray]:
    """훈련 n장과 검증 1,000장. 훈련 정답의 wrong만큼을 다른 클래스로 바꾼다.

    반환: X (n, 1, 14, 14), y (n,), X_valid, y_valid. 검증의 정답은 모두 참이다
    """
    wrong, rng = number("wrong", wrong, 0, 1), generator("rng", rng)
    X, y = load_fashion_mnist()
    order = rng.permutation(len(X))[: count("n", n, 1, 5000) + 1000]
    X, y = halve(X[order]), y[order]
    bad = rng.random(n) < wrong
    y[:n][bad] = (y[:n][bad] + rng.integers(1, 10, bad.sum())) % 10
    return X[:n], y[:n], X[n:], y[n:]
# --8<-- [end:fashion_split]


# --8<-- [start:small_net]
class BatchNorm1d(BatchNorm2d):
    """유닛마다 정규화하는 층. 유닛을 1×1짜리 채널로 본다."""

    def forward(self, x: Tensor | ArrayLike) -> Tensor:
        """x: (N, num_features). 반환: 같은 모양"""
        x = tensor("x", x, "N, C", C=self.num_features)
        return super().forward(x.reshape(*x.shape, 1, 1)).reshape(*x.shape)


def small_net(
    width: int = 128,
    dropout: float = 0.0,
    batch_norm: bool = False,
    *,
    rng: np.random.Generator,
) -> nn.Sequential:
    """14×14 사진에 클래스 열 개를 답하는, 은닉층이 둘인 신경망."""
    width, p = count("width", width), number("dropout", dropout, 0, 1)
    layers = [nn.Flatten()]
    for inputs in (196, width):
        layers.append(nn.Linear(inputs, width, rng=generator("rng", rng)))
        layers += [BatchNorm1d(width)] if flag("batch_norm", batch_norm) else []
        layers.append(nn.ReLU())
        # 버릴 자리는 따로 뽑는다. 그래야 처음 가중치가 처방과 상관없이 같다
        layers += [Dropout(p, rng=rng.spawn(1)[0])] if p else []
    return nn.Sequential(*layers, nn.Linear(width, 10, rng=rng))
# --8<-- [end:small_net]


# --8<-- [start:learn]
def learn(
    model: nn.Module,
    X: ArrayLike,
    y: ArrayLike,
    optimizer: Optimizer,
    *,
    epochs: int = 60,
    valid: tuple[ArrayLike, ArrayLike] | None = None,
    patience: int = 10,
    rng: np.random.Generator,
) -> int:
    """100장씩 epochs바퀴. 검증 데이터를 주면 조기 종료하고 가장 나은 때로 돌아간다.

    반환: 남긴 가중치가 배운 에폭
    """
    stopper, best, kept = EarlyStopping(patience), model.state_dict(), 0
    for epoch in range(1, count("epochs", epochs) + 1):
        train_epoch(model, X, y, optimizer, 100, rng=rng)
        if valid is None:
            continue
        z = predict(model, valid[0])
        stop = stopper.step(nn.functional.cross_entropy(z, valid[1]).item())
        if stopper.improved:
            best, kept = model.state_dict(), epoch
        if stop:
            break
    if valid is None:
        return epochs
    model.load_state_dict(best)
    return kept
# --8<-- [end:learn]
