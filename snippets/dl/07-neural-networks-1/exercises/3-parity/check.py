from itertools import product

import numpy as np


def shapes(D, W1, b1, W2, b2) -> None:
    """배열의 모양이 맞물리는가."""
    H = W1.shape[-1] if W1.ndim == 2 else 0
    fits = W1.shape == (D, H) and H > 0 and b2.size == 1
    if not fits or b1.shape != (H,) or W2.shape not in ((H,), (H, 1)):
        raise AssertionError(
            "모양이 맞물리지 않는다. W1의 행은 입력, 열은 은닉 뉴런이다. "
            f"나온 모양: W1 {W1.shape}, b1 {b1.shape}, W2 {W2.shape}, b2 {b2.shape}. "
            f"기대한 모양: W1 ({D}, H), b1 (H,), W2 (H,), b2 ()"
        )


def number(part):
    try:
        return np.asarray(part, dtype=float)
    except (TypeError, ValueError):
        raise AssertionError(f"수의 배열이 아니다. 나온 값: {part!r:.60}") from None


def mistake(outs) -> str:
    """1의 개수마다의 출력 ÷ bright를 보고 실수를 짚는다."""
    right = np.arange(len(outs)) % 2
    if len(outs) > 2 and np.allclose(np.diff(outs), outs[1] - outs[0]):
        return "꺾이지 않는다. 꺾이는 자리가 뉴런마다 다르게 b1을 정한다."
    if len(outs) > 2 and np.allclose(outs[:2], [0, 1]) and outs[2] > 1:
        return "1이 둘일 때 내려오지 않는다. 둘째 꺾임에 음수 가중치를 준다."
    if np.allclose(outs[:3], right[:3]):
        n = int(np.argmin(np.isclose(outs, right)))
        return f"1이 {n - 1}개일 때까지는 맞다. 그다음에도 비탈이 번갈아 바뀌게 꺾는다."
    return "출력이 정답과 다르다."


def check(answer) -> None:
    rng = answer.rng()
    sizes = [(3, 1.0), (2, 1.0), (5, round(rng.uniform(2, 9), 3)), (1, 2.5), (4, 3)]
    for D, bright in (*sizes, (6, 1e-3), (7, 100)):
        got = answer.run("parity_network", D, bright)
        if not isinstance(got, tuple | list) or len(got) != 4:
            raise AssertionError(
                "W1, b1, W2, b2 넷을 돌려주지 않았다. "
                f"나온 값: {type(got).__name__}, 기대한 값: 넷을 담은 튜플"
            )
        W1, b1, W2, b2 = (number(part) for part in got)
        shapes(D, W1, b1, W2, b2)
        X = np.array(list(product((0, 1), repeat=D)))
        ones = X.sum(axis=1)
        out = np.maximum(X @ W1 + b1, 0) @ W2.ravel() + b2.item()
        want = bright * (ones % 2)
        if np.allclose(out, want, atol=1e-6 * bright):
            continue
        groups = [out[np.flatnonzero(ones == n)] for n in range(D + 1)]
        if max(np.ptp(group) for group in groups) > 1e-9 * bright:
            why = "1의 개수가 같아도 출력이 다르다. 모든 입력의 가중치를 같게 둔다."
        elif np.allclose(out, ones % 2) and bright != 1:
            why = "밝기가 늘 1이다. bright를 W2에 곱한다."
        else:
            why = mistake(np.array([group[0] for group in groups]) / bright)
        i = int(np.argmin(np.isclose(out, want)))
        raise AssertionError(
            f"{why} 입력 {D}개, bright={bright:g}로 시험했다. x = {X[i].tolist()}에서 "
            f"나온 값: {out[i]:g}, 기대한 값: {want[i]:g}"
        )
