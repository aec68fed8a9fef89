import numpy as np


def step(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0, **how):
    """how의 것만 한 군데씩 다르게 하는 Lion."""
    beta1, beta2 = betas
    mix = how.get("mix", lambda m, g: beta1 * m + (1 - beta1) * g)
    sign = how.get("sign", np.sign)
    decay = weight_decay * how.get("decay", 1)
    new_m = beta2 * m + (1 - beta2) * g
    c = mix(new_m if how.get("late") else m, g)
    inside = how.get("inside", 0) * decay * w
    outside = (1 - how.get("inside", 0)) * decay * w
    w = w - how.get("way", 1) * lr * sign(c + inside) - lr * outside
    return w, how.get("keep", lambda c, m, g: new_m)(c, m, g)


def lion_step(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    return step(w, g, m, lr, betas, weight_decay)


def otherwise(**how):
    def answer(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        return step(w, g, m, lr, betas, weight_decay, **how)

    return answer


def swapped(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    return step(w, g, m, lr, betas[::-1], weight_decay)


def decay_without_lr(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    new_w, new_m = step(w, g, m, lr, betas)
    return new_w - weight_decay * w, new_m


def decay_after(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    new_w, new_m = step(w, g, m, lr, betas)
    return new_w * (1 - lr * weight_decay), new_m


def decay_in_gradient(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    return step(w, g + weight_decay * w, m, lr, betas)


def unweighted(w, g, m, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
    """기울기에 1 − β를 곱하지 않고 더하는 답."""
    beta1, beta2 = betas
    sign = np.sign(beta1 * m + g)
    return w - lr * (sign + weight_decay * w), beta2 * m + g


MISTAKES = {
    "오르막으로 걸었다. 빼야 내려간다.": otherwise(way=-1, decay=-1),
    "부호를 빼지 않고 더했다. 빼야 내려간다.": otherwise(way=-1),
    "부호를 취하지 않았다. np.sign(c)를 쓴다.": otherwise(sign=lambda c: c),
    "0의 부호를 1로 정했다. sign(0)은 0이다.": otherwise(
        sign=lambda c: np.where(c >= 0, 1, -1)
    ),
    "0의 부호를 −1로 정했다. sign(0)은 0이다.": otherwise(
        sign=lambda c: np.where(c > 0, 1, -1)
    ),
    "c를 |c|로 나누어, c가 0인 성분이 NaN이 된다. sign(0)은 0이다.": otherwise(
        sign=lambda c: c / np.abs(c)
    ),
    "기울기만 보았다. 모멘텀과 섞은 c의 부호를 쓴다.": otherwise(mix=lambda m, g: g),
    "모멘텀만 보았다. 기울기와 섞은 c의 부호를 쓴다.": otherwise(mix=lambda m, g: m),
    "모멘텀을 먼저 고쳤다. 부호는 고치기 전의 m으로 섞어 구한다.": otherwise(late=True),
    "고친 모멘텀의 부호를 썼다. 부호는 β₁로 섞은 c에서 구한다.": otherwise(
        late=True, mix=lambda m, g: m
    ),
    "모멘텀을 β₁로 고쳤다. 간직하는 m은 β₂로 섞는다.": otherwise(
        keep=lambda c, m, g: c
    ),
    "모멘텀을 고치지 않았다. 새 모멘텀을 돌려준다.": otherwise(keep=lambda c, m, g: m),
    "β₁과 β₂가 바뀌었다. 부호는 β₁로, 간직하는 m은 β₂로 섞는다.": swapped,
    "기울기에 1 − β를 곱하지 않았다. 섞는 두 비율의 합은 1이다.": unweighted,
    "weight_decay를 쓰지 않았다.": otherwise(decay=0),
    "감쇠를 더했다. 감쇠는 가중치를 줄인다.": otherwise(decay=-1),
    "감쇠에 학습률을 곱하지 않았다.": decay_without_lr,
    "걸은 뒤의 가중치를 줄였다. 감쇠는 걷기 전의 w에 곱한다.": decay_after,
    "감쇠가 부호 속에 들어가 사라졌다. 부호를 취한 뒤에 더한다.": otherwise(inside=1),
    "감쇠가 기울기에 섞여 부호 속에 들어가고 모멘텀에도 쌓인다.": decay_in_gradient,
    "차례가 바뀌었다. 새 가중치와 새 모멘텀의 순서다.": (
        lambda *args, **options: lion_step(*args, **options)[::-1]
    ),
    "새 모멘텀을 돌려주지 않았다. 새 가중치와 함께 돌려준다.": (
        lambda *args, **options: lion_step(*args, **options)[0]
    ),
}


def cases(rng):
    w, zero = np.array([1.0, -2.0, 3.0]), np.zeros(3)
    yield w, np.array([1000.0, 0.001, 0.0]), zero
    yield w, np.array([-1.0, -1.0, 5.0]), np.array([10.0, 0.0, -0.5]), 0.1
    yield w, zero, zero, 0.5, (0.9, 0.99), 0.5
    yield np.zeros((2, 2)), np.array([[1.0, -1], [0, 2]]), np.zeros((2, 2)), 0.25
    for shape in ((4,), (1,), (3, 2), (2, 2, 2), (6,), (5,)):
        w, m = rng.normal(0, 2, shape), rng.normal(size=shape)
        g = rng.normal(size=shape) * rng.choice([0.5, 9, 300], size=shape)
        b1, b2 = rng.choice([0.0, 0.3, 0.7, 0.9, 0.99], size=2, replace=False).tolist()
        yield w, g, m, 0.25, (b1, b2), float(rng.uniform(0.2, 2))
    g = rng.choice([-1.0, 1.0], size=8)
    yield rng.normal(size=8), g, -g * rng.uniform(0.05, 0.3, 8), 0.25
    # m을 먼저 고치면 부호가 뒤집히는 곳
    yield rng.normal(size=8), g, -0.117 * g, 0.25
    yield rng.normal(size=8), g, -3.0 * g, 0.1, (0.5, 0.2)


def check(answer) -> None:
    rng, keeps = answer.rng(), ("w", "g", "m")
    answer.compare("lion_step", lion_step, cases(rng), MISTAKES, keeps=keeps)
