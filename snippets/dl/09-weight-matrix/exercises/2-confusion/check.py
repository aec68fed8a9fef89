import numpy as np


def count(y_true, y_pred, num_classes):
    table = np.zeros((num_classes, num_classes), dtype=int)
    np.add.at(table, (y_true, y_pred), 1)
    return table


def why(got, want, y_true, y_pred):
    N = len(y_true)
    if got.shape == (N, N) != want.shape:
        return "샘플끼리 견준 표다. 샘플의 축이 사라지도록 앞의 원-핫을 전치한다."
    if got.shape != want.shape:
        return "모양이 다르다. 배치에 없는 클래스도 행과 열이 있어야 한다."
    if np.array_equal(got, want.T):
        return "행과 열이 바뀌었다. 행이 정답이고 열이 예측이다."
    if np.array_equal(got, np.diag(np.diag(want))):
        return "맞힌 것만 세었다. 틀린 것도 제자리에 센다."
    if np.array_equal(got, np.minimum(want, 1)):
        return "같은 칸을 한 번만 세었다. 겹치는 샘플도 모두 더한다."
    return "센 수가 다르다."


def check(answer) -> None:
    confusion = answer["confusion"]
    rng = np.random.default_rng()
    cases = [([2, 0, 1, 2], [2, 0, 0, 1], 3), ([0, 0, 1, 0], [1, 1, 0, 0], 5)]
    for _ in range(3):
        K, N = rng.integers(3, 6), rng.integers(15, 40)
        y_true, y_pred = rng.integers(0, K - 1, (2, N)).tolist()
        cases.append((y_true, y_pred, int(K)))
    for y_true, y_pred, K in cases:
        got = confusion(np.array(y_true), np.array(y_pred), K)
        if got is None:
            raise AssertionError("아무것도 돌려주지 않았다. 표를 return한다.")
        got, want = np.asarray(got), count(y_true, y_pred, K)
        if not np.array_equal(got, want):
            raise AssertionError(
                f"{why(got, want, y_true, y_pred)} "
                f"y_true={y_true}, y_pred={y_pred}, num_classes={K}로 시험했다. "
                f"나온 값: {got.tolist()}, 기대한 값: {want.tolist()}"
            )
