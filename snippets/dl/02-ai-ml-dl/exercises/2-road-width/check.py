import numpy as np


def reach(X, s, w, b):
    return (s * (X @ w + b)).min() / np.linalg.norm(w)


def road_width(X, s, w, b):
    return max(0.0, 2 * reach(X, s, w, b))


MISTAKES = {
    "한쪽 거리만 셌다. 길은 경계의 양쪽으로 같은 거리만큼 넓다.": lambda X, s, w, b: (
        max(0.0, reach(X, s, w, b))
    ),
    "w의 길이로 나누지 않았다. w·x + b는 거리가 아니라 점수다.": lambda X, s, w, b: (
        road_width(X, s, w, b) * np.linalg.norm(w)
    ),
    "w의 길이를 제곱해 나누었다. 거리는 점수를 ‖w‖로 나눈 것이다.": (
        lambda X, s, w, b: road_width(X, s, w, b) / np.linalg.norm(w)
    ),
    "언제나 2/‖w‖를 냈다. 그 식은 가장 가까운 점의 점수가 1일 때만 너비다.": (
        lambda X, s, w, b: 2 / np.linalg.norm(w)
    ),
    "틀린 쪽에 선 점을 보지 못했다. s를 곱해 음수면 그런 점이다.": lambda X, s, w, b: (
        2 * abs(X @ w + b).min() / np.linalg.norm(w)
    ),
    "너비가 음수다. 틀린 쪽에 선 점이 있으면 0을 돌려준다.": lambda X, s, w, b: (
        2 * reach(X, s, w, b)
    ),
    "s를 곱하지 않았다. 점수의 부호가 s와 같아야 바른 쪽이다.": lambda X, s, w, b: max(
        0.0, 2 * reach(X, np.ones(len(s)), w, b)
    ),
    "b를 더하지 않았다. 경계는 w·x + b = 0이다.": lambda X, s, w, b: road_width(
        X, s, w, 0.0
    ),
    "b를 뺐다. 경계는 w·x + b = 0이다.": lambda X, s, w, b: road_width(X, s, w, -b),
    "가장 먼 점까지 넓혔다. 가장 가까운 점에서 멈춘다.": lambda X, s, w, b: max(
        0.0, 2 * (s * (X @ w + b)).max() / np.linalg.norm(w)
    ),
}


def cases(rng):
    X = np.array([[1.0, 0], [1, 4], [0, 2], [3, 2], [5, 3]])
    yield X, np.array([-1.0, -1, -1, 1, 1]), np.array([3.0, 0.6]), -7.0
    yield np.array([[3.0], [5.0]]), np.ones(2), np.array([2.0]), -2.0
    for turn, (N, D) in enumerate(((2, 1), (6, 3), (9, 2), (1, 4), (7, 5), (5, 2))):
        w, b = rng.normal(size=D) * rng.choice([0.2, 30]), float(rng.normal(0, 3))
        s = np.where(np.arange(N) % 2, 1.0, -1.0)
        away = s * rng.uniform(0.5, 4, N)
        away[0] *= (1, 1, -1, 1, 1, 0)[turn]  # 틀린 쪽이나 경계 위에 선 점
        flat = rng.normal(0, 3, (N, D))
        flat -= np.outer(flat @ w + b, w) / (w @ w)  # 경계 위로 내린다
        order = rng.permutation(N)
        yield (flat + np.outer(away, w) / np.linalg.norm(w))[order], s[order], w, b


def check(answer) -> None:
    answer.compare("road_width", road_width, cases(answer.rng()), MISTAKES)
