import numpy as np

A = np.diag([1.0, 10.0])


def grad(x):
    return A @ x


def check(answer) -> None:
    descend_until = answer["descend_until"]
    start = np.array([-4.0, -1.0])
    x0 = start.copy()
    path = np.asarray(descend_until(grad, x0, lr=0.1, tol=1e-3, max_steps=200))
    if path.ndim != 2:
        raise AssertionError(
            "자취를 돌려주지 않았다. 점을 모두 담은 배열을 return한다. "
            f"나온 모양: {path.shape}, 기대한 모양: (80, 2)"
        )
    if len(path) > 1 and (path == path[0]).all():
        raise AssertionError(
            "자취의 모든 점이 같다. 배열 하나를 고쳐 가며 여러 번 담으면 모두 마지막 "
            "값이 된다. x -= 대신 x = x - lr * g로 새 배열을 만든다. "
            f"나온 값: 모든 행이 {path[0]}, 기대한 값: 서로 다른 점"
        )
    if not np.array_equal(x0, start):
        raise AssertionError(
            "출발점 x0을 바꾸었다. x -= 대신 x = x - lr * g를 쓴다. "
            f"부른 뒤의 x0: {x0}, 기대한 값: {start}"
        )
    if len(path) == 1:
        raise AssertionError(
            "한 걸음도 걷지 않았다. 성분의 합이 아니라 길이 np.linalg.norm(g)를 tol과 "
            "견준다. 출발점의 기울기 [-4, -10]은 길이가 10.77이라 tol=0.001보다 "
            "길다. 나온 걸음 수: 0, 기대한 걸음 수: 79"
        )
    if not np.array_equal(path[0], start):
        raise AssertionError(
            "자취가 출발점에서 시작하지 않는다. "
            f"나온 첫 행: {path[0]}, 기대한 첫 행: {start}"
        )
    if np.linalg.norm(path[1]) > np.linalg.norm(start):
        raise AssertionError(
            "오르막으로 걸었다. 기울기를 빼야 내려간다. "
            f"{start}에서 한 걸음. 나온 곳: {path[1]}, 기대한 곳: [-3.6  0. ]"
        )
    if len(path) != 80:
        raise AssertionError(
            "멈출 곳이 다르다. 기울기의 길이가 tol=0.001 이하가 되는 첫 점에서 "
            f"멈춘다. 나온 걸음 수: {len(path) - 1}, 기대한 걸음 수: 79"
        )
    short = descend_until(grad, start, lr=0.1, tol=0.0, max_steps=7)
    if len(short) != 8:
        raise AssertionError(
            "max_steps를 지키지 않았다. max_steps=7로 시험했다. "
            f"나온 행의 수: {len(short)}, 기대한 행의 수: 8"
        )
    x0 = np.random.default_rng().uniform(2, 9, 2)
    first = np.asarray(descend_until(grad, x0.copy(), lr=0.05, tol=0.0, max_steps=1))
    want = np.array([x0, x0 - 0.05 * grad(x0)])
    if first.shape != want.shape or not np.allclose(first, want):
        raise AssertionError(
            f"{x0.round(3)}에서 학습률 0.05로 한 걸음을 시험했다. "
            f"나온 자취: {first.round(3).tolist()}, "
            f"기대한 자취: {want.round(3).tolist()}"
        )
