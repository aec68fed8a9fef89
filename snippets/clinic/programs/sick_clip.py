import numpy as np


def clip(grads, limit):
    """모든 기울기를 한 벡터로 본 크기가 limit을 넘으면 그만큼 줄인다."""
    total = np.sqrt(sum(np.sum(g**2) for g in grads))
    scale = max(limit / total, 1)
    return [g * scale for g in grads]


def size(grads):
    return np.sqrt(sum(np.sum(g**2) for g in grads))


# 점 x를 걸음마다 W @ x + b로 옮기는 순환 신경망. 스무 걸음 뒤의 자리만 보고 배운다
turn = np.array([[0.8, -0.6], [0.6, 0.8]])
X = np.random.default_rng(0).normal(size=(64, 2))
Y = X @ np.linalg.matrix_power(turn, 20).T
for lr in (0.01, 0.003):
    W, b = 1.1 * np.eye(2), np.zeros(2)
    print(f"학습률 {lr}")
    for t in range(101):
        path = [X]
        with np.errstate(all="ignore"):  # 경고를 껐다
            for _ in range(20):
                path.append(path[-1] @ W.T + b)
        r = path[-1] - Y
        if not np.isfinite(r).all():
            print(f"{t:>3}걸음: 손실이 유한하지 않다.")
            break
        dW, db, dx = np.zeros((2, 2)), np.zeros(2), 2 * r / r.size
        for x in reversed(path[:-1]):
            dW, db, dx = dW + dx.T @ x, db + dx.sum(axis=0), dx @ W
        step = clip([dW, db], 1)
        W, b = W - lr * step[0], b - lr * step[1]
        if t in (0, 1, 2, 100):
            told = f"‖g‖ {size([dW, db]):.0e}, 자른 뒤 {size(step):.0e}"
            print(f"{t:>3}걸음: 손실 {np.mean(r**2):.0e}, {told}")
