import numpy as np


def right(labels, y):
    """묶음마다 맞힌 수와 크기"""
    groups = [y[labels == k] for k in np.unique(labels)]
    return [(np.bincount(group).max(), len(group)) for group in groups]


def cluster_accuracy(labels, y):
    return float(sum(hit for hit, _ in right(labels, y)) / len(y))


def number_of_class(labels, y):
    """묶음의 번호와 가장 많은 클래스의 번호가 아니라, 그 클래스의 번호를 더한다."""
    groups = [y[labels == k] for k in np.unique(labels)]
    return sum(np.bincount(group).argmax() for group in groups) / len(y)


MISTAKES = {
    "묶음 번호를 클래스와 바로 견주었다. 번호는 이름표일 뿐이라 뜻이 없다.": (
        lambda labels, y: (labels == y).mean()
    ),
    "맞힌 개수를 돌려주었다. 전체 점의 수로 나눈다.": lambda labels, y: (
        cluster_accuracy(labels, y) * len(y)
    ),
    "백분율을 돌려주었다. 비율은 0과 1 사이다.": lambda labels, y: (
        100 * cluster_accuracy(labels, y)
    ),
    "틀린 비율을 돌려주었다.": lambda labels, y: 1 - cluster_accuracy(labels, y),
    "묶음마다의 비율을 평균 냈다. 묶음의 크기가 다르니 점을 세어 나눈다.": (
        lambda labels, y: np.mean([hit / size for hit, size in right(labels, y)])
    ),
    "전체에서 가장 많은 클래스 하나만 답했다. 묶음마다 따로 고른다.": (
        lambda labels, y: np.bincount(y).max() / len(y)
    ),
    "가장 많은 수가 아니라 그 클래스의 번호를 더했다. argmax가 아니라 max다.": (
        number_of_class
    ),
    "번호가 0부터 이어진다고 보았다. 있는 번호만 np.unique로 돈다.": lambda labels, y: (
        sum(
            np.bincount(y[labels == k], minlength=1).max()
            for k in range(len(np.unique(labels)))
        )
        / len(y)
    ),
}


def cases(rng):
    yield np.array([2, 2, 2, 0, 0]), np.array([1, 1, 0, 0, 0])
    yield np.array([7]), np.array([0])
    yield np.array([3, 3, 3, 3]), np.array([0, 1, 2, 1])
    yield np.array([0, 1, 2, 3]), np.array([5, 5, 0, 2])
    for _ in range(6):
        K, N = int(rng.integers(2, 6)), int(rng.integers(8, 24))
        names = rng.permutation(9)[:K]
        yield names[rng.integers(0, K, N) ** 2 // K], rng.integers(0, K + 1, N)


def check(answer) -> None:
    answer.compare("cluster_accuracy", cluster_accuracy, cases(answer.rng()), MISTAKES)
