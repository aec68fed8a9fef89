import numpy as np

from lessons import Array


def add_unit(W1: Array, b1: Array, W2: Array, w: Array, c: float) -> tuple[Array, ...]:
    """은닉 유닛을 맨 뒤에 하나 더하되, 신경망의 출력은 그대로 둔다.

    ReLU(X @ W1 + b1) @ W2에서 W1은 (D, H), b1은 (H,), W2는 (H, K)
    w: (D,) 새 유닛으로 들어오는 가중치, c: 새 유닛의 편향
    반환: 새 W1, b1, W2. 받은 배열은 고치지 않는다
    """
    silent = np.zeros(W2.shape[1])
    return np.column_stack([W1, w]), np.append(b1, c), np.vstack([W2, silent])


rng = np.random.default_rng(0)
W1, b1, W2 = rng.normal(size=(3, 4)), rng.normal(size=4), rng.normal(size=(4, 2))
wider = add_unit(W1, b1, W2, np.ones(3), 0.5)
print([array.shape for array in wider])
print("늘어난 매개변수:", sum(a.size for a in wider) - W1.size - b1.size - W2.size)
