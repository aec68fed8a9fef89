import numpy as np


def confusion(y_true, y_pred, num_classes):
    table = np.zeros((num_classes, num_classes), dtype=int)
    np.add.at(table, (y_true, y_pred), 1)
    return table


def only_seen(y_true, y_pred, num_classes):
    """배치에 있는 가장 큰 번호까지만 행과 열을 둔다."""
    table = np.zeros((max(y_true) + 1, max(y_pred) + 1), dtype=int)
    np.add.at(table, (y_true, y_pred), 1)
    return table


def rates(axis):
    def answer(y_true, y_pred, num_classes):
        table = confusion(y_true, y_pred, num_classes)
        return table / np.maximum(table.sum(axis=axis, keepdims=True), 1)

    return answer


MISTAKES = {
    "샘플끼리 견준 표다. 샘플의 축이 사라지도록 앞의 원-핫을 전치한다.": (
        lambda y_true, y_pred, num_classes: np.equal.outer(y_true, y_pred).astype(int)
    ),
    "배치에 없는 클래스도 행과 열이 있어야 한다.": only_seen,
    "행과 열이 바뀌었다. 행이 정답이고 열이 예측이다.": (
        lambda y_true, y_pred, num_classes: confusion(y_pred, y_true, num_classes)
    ),
    "맞힌 것만 세었다. 틀린 것도 제자리에 센다.": (
        lambda y_true, y_pred, num_classes: np.diag(
            np.diag(confusion(y_true, y_pred, num_classes))
        )
    ),
    "같은 칸을 한 번만 세었다. 겹치는 샘플도 모두 더한다.": (
        lambda y_true, y_pred, num_classes: np.minimum(
            confusion(y_true, y_pred, num_classes), 1
        )
    ),
    "센 수가 아니라 행마다의 비율이다.": rates(1),
    "센 수가 아니라 열마다의 비율이다.": rates(0),
    "센 수를 샘플 수로 나누었다.": lambda y_true, y_pred, num_classes: (
        confusion(y_true, y_pred, num_classes) / len(y_true)
    ),
}


def cases(rng):
    yield [2, 0, 1, 2], [2, 0, 0, 1], 3
    yield [0, 0, 1, 0], [1, 1, 0, 0], 5
    yield [0, 0], [0, 0], 1
    yield np.array([1]), np.array([3]), 4
    for turn in range(5):
        K, N = int(rng.integers(3, 6)), int(rng.integers(15, 40))
        y_true, y_pred = rng.integers(0, K - turn % 2, (2, N))
        yield (y_true, y_pred, K) if turn < 3 else (y_true.tolist(), y_pred.tolist(), K)


def check(answer) -> None:
    answer.compare("confusion", confusion, cases(answer.rng()), MISTAKES)
