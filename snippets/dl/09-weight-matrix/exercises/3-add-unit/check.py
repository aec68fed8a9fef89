import numpy as np


def add_unit(W1, b1, W2, w, c):
    return wider(W1, b1, W2, w, c, np.zeros(W2.shape[1]))


def wider(W1, b1, W2, w, c, out):
    return np.column_stack([W1, w]), np.append(b1, c), np.vstack([W2, out])


MISTAKES = {
    "W1에 행을 더했다. 유닛 하나는 W1의 열 하나다.": lambda W1, b1, W2, w, c: (
        np.vstack([W1, np.resize(w, W1.shape[1])]),
        *add_unit(W1, b1, W2, w, c)[1:],
    ),
    "b1을 그대로 두었다. 유닛마다 편향이 하나씩이다.": lambda W1, b1, W2, w, c: (
        np.column_stack([W1, w]),
        b1,
        np.vstack([W2, np.zeros(W2.shape[1])]),
    ),
    "W2를 그대로 두었다. 은닉 유닛은 다음 층의 특성이라 W2의 행 하나다.": (
        lambda W1, b1, W2, w, c: (*add_unit(W1, b1, W2, w, c)[:2], W2)
    ),
    "W2에 열을 더했다. 은닉 유닛은 다음 층의 특성이라 W2의 행 하나다.": (
        lambda W1, b1, W2, w, c: (
            *add_unit(W1, b1, W2, w, c)[:2],
            np.column_stack([W2, np.zeros(len(W2))]),
        )
    ),
    "나가는 가중치를 1로 두었다. 새 유닛이 내보내는 가중치는 0이어야 한다.": (
        lambda W1, b1, W2, w, c: wider(W1, b1, W2, w, c, np.ones(W2.shape[1]))
    ),
    "새 유닛이 w와 c를 쓰지 않는다. W1의 마지막 열과 b1의 마지막 성분이다.": (
        lambda W1, b1, W2, w, c: add_unit(W1, b1, W2, np.zeros(len(w)), 0.0)
    ),
    "새 유닛이 c를 쓰지 않는다. b1의 마지막 성분이다.": lambda W1, b1, W2, w, c: (
        add_unit(W1, b1, W2, w, 0.0)
    ),
    "새 유닛을 맨 앞에 두었다. 맨 뒤에 더한다.": lambda W1, b1, W2, w, c: (
        np.column_stack([w, W1]),
        np.append(c, b1),
        np.vstack([np.zeros(W2.shape[1]), W2]),
    ),
    "b1이 2차원이다. (1, H + 1)이 아니라 (H + 1,)이다.": lambda W1, b1, W2, w, c: (
        np.column_stack([W1, w]),
        np.append(b1, c)[None],
        np.vstack([W2, np.zeros(W2.shape[1])]),
    ),
}


def cases(rng):
    sizes = [(2, 3, 5), (3, 3, 3), (1, 1, 1), (4, 2, 1), (1, 5, 2), (3, 2, 3)]
    for D, H, K in (*sizes, tuple(rng.integers(2, 7, size=3).tolist())):
        W1, b1, W2 = (
            rng.normal(size=(D, H)),
            rng.normal(size=H),
            rng.normal(size=(H, K)),
        )
        yield W1, b1, W2, rng.normal(size=D), float(rng.normal())


def check(answer) -> None:
    rng, keeps = answer.rng(), ("W1", "b1", "W2", "w")
    answer.compare("add_unit", add_unit, cases(rng), MISTAKES, keeps=keeps)
