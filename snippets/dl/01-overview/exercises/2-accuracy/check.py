import numpy as np


def mistakes(z, y, want):
    """흔한 잘못이 내는 값과 그 까닭. 맞는 답과 같은 것은 뺀다."""
    found = {
        "맞힌 수를 돌려주었다. 모두 몇 장인지로 나눈다.": want * len(y),
        "틀린 비율을 돌려주었다.": 1 - want,
        "가장 낮은 점수를 골랐다. argmin이 아니라 argmax다.": (
            z.argmin(axis=1) == y
        ).mean(),
        "가장 높은 점수의 자리가 아니라 점수를 정답과 견주었다. max가 아니라 "
        "argmax다.": (z.max(axis=1) == y).mean(),
    }
    if len(z) == z.shape[1]:
        why = "열마다 가장 큰 것을 골랐다. 한 장의 점수는 한 행에 있으니 axis=1이다."
        found = {why: (z.argmax(axis=0) == y).mean(), **found}
    return found


def check(answer) -> None:
    accuracy = answer["accuracy"]
    rng = np.random.default_rng()
    # 흔한 잘못마다 다른 값이 나오는 점수
    square = np.array(
        [
            [6.0, 3.0, 1.0, 5.5, 2.5, 0.0, 4.5],
            [2.5, 0.5, 1.0, 4.5, 3.0, 5.0, 6.5],
            [2.0, 4.5, 6.5, 1.0, 5.0, 3.0, 0.5],
            [3.0, 1.5, 6.0, 2.0, 0.5, 5.5, 4.0],
            [4.0, 1.5, 0.0, 3.5, 5.5, 6.0, 2.0],
            [5.5, 3.0, 0.5, 1.5, 6.5, 2.0, 4.0],
            [1.0, 2.0, 5.0, 3.0, 4.5, 0.5, 6.0],
        ]
    )
    truth = np.array([1, 6, 2, 3, 5, 5, 6])
    N = int(rng.integers(40, 60))
    scores = rng.normal(size=(N, 7))
    labels = rng.integers(0, 7, N)
    labels = np.where(rng.random(N) < 0.7, scores.argmax(axis=1), labels)
    for z, y in ((square, truth), (scores, labels)):
        want = (z.argmax(axis=1) == y).mean()
        got = accuracy(z.copy(), y.copy())
        if got is None:
            raise AssertionError("아무것도 돌려주지 않았다. 비율을 return한다.")
        if np.ndim(got) or not np.isclose(float(got), want):
            seen = mistakes(z, y, want).items() if not np.ndim(got) else ()
            why = next(
                (why for why, value in seen if np.isclose(float(got), value)),
                "정확도가 다르다.",
            )
            raise AssertionError(
                f"{why} 그림 {len(y)}장, 클래스 {z.shape[1]}개로 시험했다. "
                f"나온 값: {got}, 기대한 값: {want:.4f}"
            )
