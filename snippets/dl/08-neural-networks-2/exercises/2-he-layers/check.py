import numpy as np


def right(fan_in, fan_out):
    return np.sqrt(2 / fan_in)


MISTAKES = {
    "2가 아니라 1을 나누었다. ReLU가 절반을 지우는 것을 되돌리지 못한다.": (
        lambda fan_in, fan_out: np.sqrt(1 / fan_in)
    ),
    "Xavier 초깃값이다. He는 fan_in만 본다.": lambda fan_in, fan_out: np.sqrt(
        2 / (fan_in + fan_out)
    ),
    "fan_out으로 나누었다. 앞으로 갈 때 크기를 정하는 것은 fan_in이다.": (
        lambda fan_in, fan_out: np.sqrt(2 / fan_out)
    ),
    "분산 2/fan_in을 표준편차로 썼다. 제곱근을 씌운다.": lambda fan_in, fan_out: (
        2 / fan_in
    ),
    "표준편차가 1이다. 식 (8.12)의 크기를 곱한다.": lambda fan_in, fan_out: 1.0,
}


def check(answer) -> None:
    rng = answer.rng()
    wide = (rng.permutation([250, 400, 640]) + rng.integers(40, size=3)).tolist()
    drawn = []
    for sizes in (wide, [2, 5000], [900, 30, 300, 60], [1, 1]):
        seed = int(rng.integers(10**6))
        layers = made(answer, sizes, seed)
        drawn.append((sizes, layers))
        again = made(answer, sizes, seed)
        if any((W != V).any() for (W, _), (V, _) in zip(layers, again, strict=True)):
            raise AssertionError(
                "같은 씨앗인데 다른 가중치가 나왔다. 받은 rng로 뽑는다. "
                f"sizes={sizes}, 나온 첫 수: {layers[0][0].flat[0]:.4f}와 "
                f"{again[0][0].flat[0]:.4f}"
            )
        other = made(answer, sizes, seed + 1)
        if any((W == V).any() for (W, _), (V, _) in zip(layers, other, strict=True)):
            raise AssertionError(
                "씨앗이 다른 rng를 넘겼는데 같은 가중치가 나왔다. 받은 rng로 뽑는다. "
                f"sizes={sizes}, 나온 첫 수: {layers[0][0].flat[0]:.4f}"
            )
    spread([layer for _, layers in drawn for layer in layers if layer[0].size > 5000])
    for sizes, layers in drawn:
        firsts = [W.flat[:1] / W.std() for W, _ in layers if W.size > 5000]
        if len({round(float(first[0]), 6) for first in firsts}) < len(firsts):
            raise AssertionError(
                "층마다 같은 난수로 시작한다. 받은 rng 하나로 이어서 뽑는다. "
                f"sizes={sizes}"
            )


def made(answer, sizes, seed):
    """모양을 확인한 층들."""
    layers = list(answer.run("he_layers", list(sizes), np.random.default_rng(seed)))
    if len(layers) != len(sizes) - 1:
        raise AssertionError(
            f"층의 수가 다르다. 폭이 셋이면 층은 둘이다. sizes={sizes}로 시험했다. "
            f"나온 층의 수: {len(layers)}, 기대한 층의 수: {len(sizes) - 1}"
        )
    found = []
    for layer, fan_in, fan_out in zip(layers, sizes, sizes[1:], strict=False):
        if not isinstance(layer, tuple | list) or len(layer) != 2:
            raise AssertionError(
                "층 하나는 (W, b)다. "
                f"나온 것: {type(layer).__name__}, 기대한 것: 배열 두 개"
            )
        W, b = np.asarray(layer[0]), np.asarray(layer[1])
        if W.shape != (fan_in, fan_out):
            raise AssertionError(
                "W의 모양이 다르다. x @ W로 곱하므로 (fan_in, fan_out)이다. "
                f"나온 모양: {W.shape}, 기대한 모양: {(fan_in, fan_out)}"
            )
        if b.shape != (fan_out,):
            raise AssertionError(
                "b의 모양이 다르다. 나가는 폭마다 하나라 (fan_out,)이다. "
                f"나온 모양: {b.shape}, 기대한 모양: ({fan_out},)"
            )
        if b.any():
            raise AssertionError(
                "편향은 모두 0으로 시작한다. "
                f"나온 것: 0이 아닌 수 {np.count_nonzero(b)}개, 기대한 것: 0개"
            )
        found.append((W, b))
    return found


def spread(layers) -> None:
    """평균 0, 표준편차 √(2/fan_in)인 정규 분포인가."""
    stds = [W.std() for W, _ in layers]

    def fits(formula, tolerance=0.04):
        wanted = [formula(*W.shape) for W, _ in layers]
        return np.allclose(stds, wanted, rtol=tolerance)

    W, std = layers[0][0], right(*layers[0][0].shape)
    tried = f"fan_in={W.shape[0]}, fan_out={W.shape[1]}에서"
    if not fits(right):
        known = [why for why, formula in MISTAKES.items() if fits(formula)]
        why = known[0] if len(known) == 1 else "가중치의 표준편차가 다르다."
        wrong = next(
            (W for W, _ in layers if abs(W.std() / right(*W.shape) - 1) > 0.04)
        )
        std = right(*wrong.shape)
        raise AssertionError(
            f"{why} fan_in={wrong.shape[0]}, fan_out={wrong.shape[1]}에서 "
            f"나온 표준편차: {wrong.std():.4f}, 기대한 표준편차: {std:.4f}"
        )
    for W, _ in layers:
        std, mean = right(*W.shape), W.mean()
        if abs(mean) > 6 * std / np.sqrt(W.size):
            raise AssertionError(
                "가중치의 평균이 0이 아니다. rng.normal의 첫 인수는 평균, 둘째가 "
                f"표준편차다. {tried} 나온 평균: {mean:.4f}, 기대한 평균: 0"
            )
        length = abs(W).mean() / std  # 정규 분포면 √(2/π) = 0.798, 균등 분포면 0.866
        if abs(length - np.sqrt(2 / np.pi)) > 0.03 or abs(W).max() < 3 * std:
            raise AssertionError(
                "정규 분포에서 뽑지 않은 듯하다. 정규 분포면 크기의 평균이 표준편차의 "
                f"0.798배고 3σ 밖의 값도 나온다. {tried} 나온 값: {length:.3f}배, "
                f"최댓값 {abs(W).max() / std:.2f}σ"
            )
