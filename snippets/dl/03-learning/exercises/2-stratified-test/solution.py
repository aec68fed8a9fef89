import numpy as np


def stratified_test(
    y: np.ndarray, test_size: float, rng: np.random.Generator
) -> np.ndarray:
    """클래스마다 같은 비율로 무작위로 뽑은 테스트 샘플의 번호.

    y: (N,) 클래스. 클래스마다 샘플 수 × test_size가 정수다
    반환: (N × test_size,) 서로 다른 번호
    """
    chosen = []
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        n = round(len(members) * test_size)
        chosen.append(rng.permutation(members)[:n])
    return np.concatenate(chosen)


y = np.array(["음성"] * 40 + ["양성"] * 10)
for seed in range(3):
    test = stratified_test(y, 0.2, np.random.default_rng(seed))
    print(len(test), (y[test] == "양성").sum())
