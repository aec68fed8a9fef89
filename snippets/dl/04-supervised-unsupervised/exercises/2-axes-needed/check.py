import numpy as np

FIXED = np.array([0.5, 0.25, 0.125, 0.0625, 0.0625])


def check(answer) -> None:
    axes_needed = answer["axes_needed"]
    rng = np.random.default_rng()
    shown = rng.integers(1, 40, 9) / 1.0
    ratio = np.sort(shown / shown.sum())[::-1]
    total = np.cumsum(ratio)
    k = int(rng.integers(2, 8))
    between = float((total[k - 1] + total[k]) / 2)
    for values, share, want in (
        (FIXED, 0.75, 2),
        (FIXED, 0.8, 3),
        (FIXED, 0.3, 1),
        (ratio, between, k + 1),
    ):
        got = axes_needed(values.copy(), share)
        tried = (
            f"몫이 {values.round(3).tolist()}이고 share={share:.3f}일 때를 시험했다. "
            f"나온 값: {got}, 기대한 값: {want}"
        )
        if got is None:
            raise AssertionError(f"아무것도 돌려주지 않았다. 수를 return한다. {tried}")
        if np.ndim(got) != 0:
            raise AssertionError(f"축의 수 하나를 돌려준다. {tried}")
        if got == want:
            continue
        raise AssertionError(f"{why(values, share, got, want)} {tried}")


def why(values, share, got, want) -> str:
    total = np.cumsum(values)
    if got == np.sum(values >= share):
        return "몫을 하나씩 share와 견주었다. 앞에서부터 더한 합을 견준다."
    if got == want - 1:
        return "자리 번호를 그대로 돌려주었다. 0번에서 멈추면 축은 1개다."
    if got == np.sum(total >= share):
        return "share에 닿은 축을 세었다. 처음 닿는 자리까지의 축을 센다."
    if got == np.argmax(total > share) + 1:
        return "합이 share와 꼭 같을 때를 놓쳤다. >가 아니라 >=다."
    return "축의 수가 다르다."
