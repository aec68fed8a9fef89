"""선형 회귀를 PyTorch로. 최소제곱해를 nn.Linear에 담는다.

기호: X (N, D) 특성, y (N,) 정답. weight는 (1, D), bias는 (1,)이다.
"""

# --8<-- [start:imports]
import torch
from numpy.typing import ArrayLike
from torch import nn

from lessons.arrays import finite

# --8<-- [end:imports]


# --8<-- [start:fit_linear]
def fit_linear(X: ArrayLike, y: ArrayLike) -> nn.Linear:
    """평균 제곱 오차가 가장 작은 nn.Linear(D, 1)

    X: (N, D), y: (N,), 배열이나 텐서
    """
    X = torch.from_numpy(finite("X", X, "N, D").copy())
    y = torch.from_numpy(finite("y", y, "N", N=len(X)).copy())
    x_mean, y_mean = X.mean(dim=0), y.mean()
    # 기본값 gelsy는 열이 겹칠 때 반올림 오차를 새 정보로 잘못 보기도 한다.
    w = torch.linalg.lstsq(X - x_mean, (y - y_mean)[:, None], driver="gelsd").solution
    layer = nn.utils.skip_init(nn.Linear, X.shape[1], 1, dtype=X.dtype)
    with torch.no_grad():
        layer.weight.copy_(w.T)
        layer.bias.copy_(y_mean - x_mean @ w)
    return layer
# --8<-- [end:fit_linear]
