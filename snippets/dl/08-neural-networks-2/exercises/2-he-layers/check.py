import numpy as np


def mistakes(fan_in, fan_out):
    return {
        np.sqrt(1 / fan_in): "2가 아니라 1을 나누었다. ReLU가 절반을 지우는 것을 "
        "되돌리지 못한다.",
        np.sqrt(2 / (fan_in + fan_out)): "Xavier 초깃값이다. He는 fan_in만 본다.",
        np.sqrt(2 / fan_out): "fan_out으로 나누었다. 앞으로 갈 때 크기를 정하는 것은 "
        "fan_in이다.",
        2 / fan_in: "분산 2/fan_in을 표준편차로 썼다. 제곱근을 씌운다.",
    }


def check(answer) -> None:
    he_layers = answer["he_layers"]
    rng = np.random.default_rng()
    a, b, c = (rng.permutation([250, 400, 640]) + rng.integers(40, size=3)).tolist()
    sizes = [a, b, c]
    got = he_layers(list(sizes), np.random.default_rng(7))
    if got is None:
        raise AssertionError("아무것도 돌려주지 않았다. 목록을 return한다.")
    layers = list(got)
    if len(layers) != 2:
        raise AssertionError(
            f"층의 수가 다르다. 폭이 셋이면 층은 둘이다. sizes={sizes}로 시험했다. "
            f"나온 층의 수: {len(layers)}, 기대한 층의 수: 2"
        )
    for (W, bias), fan_in, fan_out in zip(layers, (a, b), (b, c), strict=True):
        W, bias = np.asarray(W), np.asarray(bias)
        if W.shape != (fan_in, fan_out):
            raise AssertionError(
                "W의 모양이 다르다. x @ W로 곱하므로 (fan_in, fan_out)이다. "
                f"나온 모양: {W.shape}, 기대한 모양: {(fan_in, fan_out)}"
            )
        if bias.shape != (fan_out,) or bias.any():
            raise AssertionError(
                "편향은 모두 0으로 시작한다. "
                f"나온 모양: {bias.shape}, 0이 아닌 수: {np.count_nonzero(bias)}개, "
                f"기대한 모양: ({fan_out},), 기대한 수: 0개"
            )
        std, want = W.std(), np.sqrt(2 / fan_in)
        if not np.isclose(std, want, rtol=0.03):
            known = mistakes(fan_in, fan_out)
            why = next(
                (known[value] for value in known if np.isclose(std, value, rtol=0.03)),
                "가중치의 표준편차가 다르다.",
            )
            raise AssertionError(
                f"{why} fan_in={fan_in}, fan_out={fan_out}에서 "
                f"나온 표준편차: {std:.4f}, 기대한 표준편차: {want:.4f}"
            )
        if abs(W).max() < 3 * want:
            raise AssertionError(
                "균등 분포에서 뽑은 듯하다. 정규 분포면 3σ 밖의 값도 나온다. "
                f"나온 최댓값: {abs(W).max() / want:.2f}σ, 기대한 최댓값: 3σ보다 크다"
            )
    (again, _), *_ = he_layers(list(sizes), np.random.default_rng(7))
    if not np.array_equal(layers[0][0], again):
        raise AssertionError(
            "같은 씨앗인데 다른 가중치가 나왔다. 받은 rng로 뽑는다. "
            "나온 값: 부를 때마다 다르다, 기대한 값: 같은 씨앗이면 같다"
        )
