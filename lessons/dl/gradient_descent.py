"""수치 미분과 경사 하강법.

x는 위치, f(x)는 낮추려는 수 하나다. 기울기 ∇f(x)는 x와 모양이 같다.
lr은 학습률 η, A는 이차 함수의 곡률을 담은 대칭 행렬이다.
출처: Cauchy (1847)
"""

# --8<-- [start:imports]
from collections.abc import Callable

import numpy as np

from lessons import Array
from lessons.arrays import differentiable, finite, real, same_shape
from lessons.scalars import count, function, number

# --8<-- [end:imports]


# --8<-- [start:numerical_gradient]
def numerical_gradient(f: Callable[[Array], float], x: Array, h: float = 1e-5) -> Array:
    """원소마다 h만큼 앞뒤로 움직여 기울기를 잰다. 식 (10.12)

    f: 배열을 받아 수 하나를 돌려주는 함수
    x: 모양이 자유로운 배열
    반환: x와 같은 모양의 기울기
    오류: x나 f(x)가 유한하지 않거나, f(x)가 수 하나가 아니거나,
        h가 양수가 아니거나 x에 견주어 너무 작으면 ValueError
    """
    f, x, h = function("f", f), finite("x", x), number("h", h, above=0)
    if (x + h == x).any():
        raise ValueError(f"h: 너무 작아 x + h가 x와 같다. 키운다. 받은 값: {h}.")
    grad = np.empty_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        rise = real("f(x)", f(x + step), "") - real("f(x)", f(x - step), "")
        grad[i] = rise / (2 * h)
    return finite("f의 기울기", grad)
# --8<-- [end:numerical_gradient]


# --8<-- [start:gradient_descent]
def gradient_descent(
    grad: Callable[[Array], Array], x0: Array, lr: float = 1e-3, steps: int = 100
) -> Array:
    """기울기의 반대쪽으로 steps걸음 내려간 자취를 남긴다. 식 (10.6)

    grad: 위치를 받아 같은 모양의 기울기를 돌려주는 함수
    반환: (steps + 1, *x0.shape), 출발점부터 도착점까지
    오류: 출발점이 유한하지 않거나, lr이 양수가 아니거나, 기울기의 모양이
        다르거나, 걷다가 수가 넘치면 ValueError
    """
    grad, x = function("grad", grad), finite("x0", x0)
    lr, steps = number("lr", lr, above=0), count("steps", steps, 0)
    path = [x]
    for t in range(steps):
        with np.errstate(over="ignore", invalid="ignore"):
            g = real("grad(x)", grad(x))
            same_shape(x=x, 기울기=g)
            x = x - lr * g
        if not np.isfinite(x).all():
            raise ValueError(
                f"{t + 1}걸음에서 x가 유한하지 않다. "
                f"학습률을 줄이거나 grad를 살핀다. 받은 lr: {lr}"
            )
        path.append(x)
    return np.stack(path)
# --8<-- [end:gradient_descent]


# --8<-- [start:quadratic]
def quadratic(x: Array, A: Array) -> Array:
    """그릇과 안장을 함께 나타내는 이차 함수 ½ xᵀAx. 식 (10.10)

    x: (D,) 점 하나 또는 (D, N) 점 N개
    A: (D, D) 대칭 행렬
    반환: 수 하나 또는 (N,)
    """
    x = differentiable("x", x, "D | D, N")
    A = differentiable("A", A, "D, D", D=np.shape(x)[0])
    x, A = _beside("x", x, A), _beside("A", A, x)
    return (x * (A @ x)).sum(axis=0) / 2


def quadratic_grad(x: Array, A: Array) -> Array:
    """x에서의 기울기 Ax.

    오류: A가 대칭이 아니면 ValueError
    """
    x = real("x", x, "D | D, N")
    A = real("A", A, "D, D", D=len(x))
    if not np.array_equal(A, A.T):
        raise ValueError("A: 대칭이어야 한다. (A + A.T) / 2를 넣는다.")
    return A @ x
# --8<-- [end:quadratic]


# --8<-- [start:himmelblau]
def himmelblau(x: Array) -> Array:
    """높이 0인 바닥이 네 군데인 함수.

    x: (2,) 점 하나 또는 (2, N) 점 N개
    반환: 수 하나 또는 (N,)
    출처: Himmelblau (1972)
    """
    x1, x2 = differentiable("x", x, "2 | 2, N")
    return (x1**2 + x2 - 11) ** 2 + (x1 + x2**2 - 7) ** 2


def himmelblau_grad(x: Array) -> Array:
    """himmelblau의 기울기. x와 모양이 같다."""
    x1, x2 = real("x", x, "2 | 2, N")
    a, b = x1**2 + x2 - 11, x1 + x2**2 - 7
    return np.stack([4 * x1 * a + 2 * b, 2 * a + 4 * x2 * b])
# --8<-- [end:himmelblau]


def _beside(name: str, a: Array, b: Array) -> Array:
    """b가 torch의 텐서면 a도 b와 셈할 수 있는 텐서로. 자료형은 넓은 쪽이다."""
    if not hasattr(b, "new_tensor") or getattr(a, "dtype", None) == b.dtype:
        return a
    if isinstance(a, np.ndarray) and a.dtype == np.float64:
        return b.new_tensor(a)
    if not hasattr(a, "new_tensor"):
        raise ValueError(
            f"{name}: torch의 텐서와 이 책의 Tensor를 섞지 않는다. 한쪽으로 맞춘다."
        )
    return a + b.new_zeros((1,) * a.ndim)
