import numpy as np


def check(answer) -> None:
    log_sigmoid = answer["log_sigmoid"]

    def ask(z):
        with np.errstate(all="ignore"):
            y = np.asarray(log_sigmoid(np.asarray(z, float)), dtype=float)
        if y.shape != np.shape(z):
            raise AssertionError(
                f"z와 모양이 달라졌다. z의 모양 {np.shape(z)}, 나온 모양 {y.shape}. "
                "logsumexp를 썼다면 axis=0으로 두 항만 더한다."
            )
        return y

    at_zero = ask([0.0])[0]
    if np.isclose(at_zero, np.log(2)):
        raise AssertionError(
            "부호가 뒤집혔다. 확률의 로그는 0을 넘지 못한다. "
            f"z = 0에서 나온 값: {at_zero:.4f}, 기대한 값: {-np.log(2):.4f}"
        )
    if np.isclose(at_zero, 0.5):
        raise AssertionError(
            f"로그를 씌우지 않았다. z = 0에서 나온 값: 0.5, 기대한 값: {-np.log(2):.4f}"
        )
    z = np.random.default_rng().uniform(0.5, 4, 5)
    want = -np.log1p(np.exp(-z))
    got = ask(z)
    if np.allclose(got, -np.log1p(np.exp(z))):
        raise AssertionError(
            "z의 부호를 바꾸어 넣었다. 그것은 σ(−z)의 로그다. "
            f"z = {z[0]:.3f}에서 나온 값: {got[0]:.4f}, 기대한 값: {want[0]:.4f}"
        )
    if not np.allclose(got, want, rtol=1e-9):
        raise AssertionError(
            f"z = {z.round(3).tolist()}을 시험했다. 나온 값: "
            f"{got.round(4).tolist()}, 기대한 값: {want.round(4).tolist()}"
        )
    low = ask([-1000.0])[0]
    if -900 < low < -10:
        raise AssertionError(
            "확률을 작은 수에서 잘랐다. 잘린 곳에서는 로그가 틀린다. "
            f"z = −1000에서 나온 값: {low:.1f}, 기대한 값: -1000.0"
        )
    if not np.isfinite(low) or not np.isclose(low, -1000):
        raise AssertionError(
            "exp(1000)이 넘친다. 로그를 먼저 식에서 풀고, 가장 큰 값을 빼서 셈한다. "
            f"z = −1000에서 나온 값: {low}, 기대한 값: -1000.0"
        )
    high = ask([1000.0])[0]
    if not np.isclose(high, 0):
        raise AssertionError(
            f"z = 1000에서 확률은 1이고 로그는 0이다. 나온 값: {high}, 기대한 값: 0"
        )
