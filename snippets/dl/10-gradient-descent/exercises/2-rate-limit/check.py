import numpy as np

TILTED = np.array([[5.5, 4.5], [4.5, 5.5]])
MISTAKES = {
    2 / 5.5: "대각선에서 가장 큰 수를 곡률로 썼다. "
    "기울어진 그릇은 축 사이의 방향이 더 가파르다.",
    2 / 11: "고윳값을 모두 더했다. 가장 먼저 발산하는 방향 하나가 경계를 정한다.",
    2 / 1: "가장 작은 고윳값을 썼다. 완만한 방향이 버텨도 가파른 방향이 먼저 발산한다.",
    1 / 10: "2/L이 아니라 1/L을 돌려주었다. 배율 1 - ηL이 -1이 되는 η를 찾는다.",
}


def check(answer) -> None:
    rate_limit = answer["rate_limit"]
    rng = np.random.default_rng()
    Q, _ = np.linalg.qr(rng.standard_normal((5, 5)))
    curvatures = rng.uniform(0.5, 8, 5)
    for A, want in ((TILTED, 0.2), (Q * curvatures @ Q.T, 2 / curvatures.max())):
        got = rate_limit(A.copy())
        if got is None:
            raise AssertionError("아무것도 돌려주지 않았다. 경계를 return한다.")
        if not np.isclose(got, want):
            mistake = next(
                (why for value, why in MISTAKES.items() if np.isclose(got, value)),
                "경계가 다르다.",
            )
            raise AssertionError(
                f"{mistake} 고윳값이 {np.linalg.eigvalsh(A).round(6).tolist()}인 "
                f"행렬로 시험했다. 나온 값: {got:.4f}, 기대한 값: {want:.4f}"
            )
