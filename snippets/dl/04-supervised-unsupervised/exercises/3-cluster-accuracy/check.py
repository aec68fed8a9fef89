import numpy as np


def check(answer) -> None:
    cluster_accuracy = answer["cluster_accuracy"]
    rng = np.random.default_rng()
    names = rng.permutation(6)[:3]
    sizes = {0: (6, 1, 1), 1: (1, 1, 1), 2: (0, 2, 0)}
    labels, y = [], []
    for k, counts in sizes.items():
        for c, count in enumerate(counts):
            labels += [int(names[k])] * count
            y += [c] * count
    order = rng.permutation(len(y))
    cases = (
        (np.array([2, 2, 2, 0, 0]), np.array([1, 1, 0, 0, 0]), 0.8),
        (np.array(labels)[order], np.array(y)[order], 9 / 13),
    )
    for clusters, classes, want in cases:
        got = cluster_accuracy(clusters.copy(), classes.copy())
        tried = (
            f"묶음 {clusters.tolist()}, 클래스 {classes.tolist()}로 시험했다. "
            f"나온 값: {got}, 기대한 값: {want:.4f}"
        )
        if got is None:
            raise AssertionError(
                f"아무것도 돌려주지 않았다. 비율을 return한다. {tried}"
            )
        if np.ndim(got) != 0:
            raise AssertionError(f"비율 하나를 돌려준다. {tried}")
        if np.isclose(float(got), want):
            continue
        raise AssertionError(f"{why(clusters, classes, float(got))} {tried}")


def why(labels, y, got) -> str:
    if np.isclose(got, np.mean(labels == y)):
        return "묶음 번호를 클래스와 바로 견주었다. 번호는 이름표일 뿐이라 뜻이 없다."
    groups = [y[labels == k] for k in np.unique(labels)]
    right = [np.bincount(g).max() for g in groups]
    if np.isclose(got, sum(right)):
        return "맞힌 개수를 돌려주었다. 전체 점의 수로 나눈다."
    if np.isclose(
        got, np.mean([r / len(g) for r, g in zip(right, groups, strict=True)])
    ):
        return "묶음마다의 비율을 평균 냈다. 묶음의 크기가 다르니 점을 세어 나눈다."
    if np.isclose(got, np.bincount(y).max() / len(y)):
        return "전체에서 가장 많은 클래스 하나만 답했다. 묶음마다 따로 고른다."
    return "비율이 다르다."
