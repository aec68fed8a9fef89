import numpy as np


def check(answer) -> None:
    LeakyReLU = answer["LeakyReLU"]
    rng = np.random.default_rng()
    a = float(rng.uniform(0.05, 0.4))
    z, dh = rng.uniform(0.5, 3, (3, 4)), rng.uniform(0.5, 3, (3, 4))
    z[::2] *= -1
    z[1, 0] = 0.0
    kept, slope = z.copy(), np.where(z > 0, 1.0, a)
    layer = LeakyReLU(a)
    h = layer.forward(z)
    if not np.array_equal(z, kept):
        raise AssertionError(
            "받은 z를 바꾸었다. 새 배열을 만들어 돌려준다. "
            f"나온 z[0, 0]: {z[0, 0]:.3f}, 기대한 값: {kept[0, 0]:.3f}"
        )
    compare("forward", h, z * slope, (
        (np.maximum(z, 0), "음수를 지웠다. ReLU가 아니라 a배로 줄인다."),
        (np.where(z > 0, z, 0.01 * z), "받은 a 대신 0.01을 썼다."),
        (np.where(z > 0, a * z, z), "양수 쪽을 줄였다. 조건을 뒤집는다."),
    ), a)  # fmt: skip
    dz = layer.backward(dh)
    compare("backward", dz, dh * slope, (
        (slope, "비탈만 돌려주었다. 받은 dh를 곱한다."),
        (dh * (z > 0), "음수 쪽의 기울기를 0으로 막았다. 그쪽 비탈은 a다."),
        (np.where(dh > 0, dh, a * dh), "dh의 부호를 보았다. forward가 받은 z를 본다."),
        (np.where(z >= 0, 1.0, a) * dh, "z = 0에서 비탈을 1로 정했다. 여기서는 a다."),
        (dh * z * slope, "출력 h를 곱했다. 비탈을 곱한다."),
    ), a)  # fmt: skip
    if not np.allclose(LeakyReLU().forward(np.array([-1.0])), -0.01):
        raise AssertionError(
            "a의 기본값이 다르다. "
            f"나온 값: {LeakyReLU().forward(np.array([-1.0]))}, 기대한 값: [-0.01]"
        )


def compare(name, got, want, mistakes, a) -> None:
    if got is None:
        raise AssertionError(f"{name}가 아무것도 돌려주지 않았다. return한다.")
    if np.shape(got) == want.shape and np.allclose(got, want):
        return
    why = f"{name}의 값이 다르다."
    for value, reason in mistakes:
        if np.shape(got) == value.shape and np.allclose(got, value):
            why = reason
    raise AssertionError(
        f"{why} a={a:.3f}으로 {name}를 시험했다. "
        f"나온 값: {np.round(got, 3).tolist()}, 기대한 값: {want.round(3).tolist()}"
    )
