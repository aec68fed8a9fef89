import numpy as np


def walk(grad, x0, lr, tol, max_steps=10_000, size=np.linalg.norm, over=np.greater):
    path = [x0]
    while len(path) <= max_steps and over(size(g := grad(path[-1])), tol):
        path.append(path[-1] - lr * g)
    return np.array(path)


def descend_until(grad, x0, lr, tol, max_steps=10_000):
    return walk(grad, x0, lr, tol, max_steps)


def otherwise(look=np.array, steps=lambda most: most, sign=1, **how):
    """한 군데를 다르게 걷거나, 맞는 자취를 다르게 돌려주는 답."""

    def answer(grad, x0, lr, tol, max_steps=10_000):
        return look(walk(grad, x0, sign * lr, tol, steps(max_steps), **how))

    return answer


def looks_late(grad, x0, lr, tol, max_steps=10_000):
    """한 걸음을 걷고 나서 길이를 보는 답."""
    path = [x0]
    while len(path) <= max_steps:
        g = grad(path[-1])
        path.append(path[-1] - lr * g)
        if np.linalg.norm(g) <= tol:
            break
    return np.array(path)


MISTAKES = {
    "자취의 모든 점이 같다. x -= 대신 x = x - lr * g로 새로 만든다.": otherwise(
        lambda path: np.repeat(path[-1:], len(path), axis=0)
    ),
    "자취가 아니라 멈춘 점만 돌려주었다. 지나온 점을 모두 담는다.": otherwise(
        lambda path: path[-1]
    ),
    "자취가 출발점에서 시작하지 않는다. 첫 행이 x0이다.": otherwise(
        lambda path: path[1:] if len(path) > 1 else np.array([])
    ),
    "자취가 누웠다. 한 점이 한 행이라 모양은 (걸음 수 + 1, D)다.": otherwise(
        lambda path: path.T
    ),
    "멈춘 점을 담지 않았다. 마지막 행이 멈춘 곳이다.": otherwise(
        lambda path: path[:-1]
    ),
    "오르막으로 걸었다. 기울기를 빼야 내려간다.": otherwise(sign=-1),
    "길이가 tol과 꼭 같을 때 더 걸었다. tol 이하면 멈춘다.": otherwise(
        over=np.greater_equal
    ),
    "가장 큰 성분을 tol과 견주었다. 길이는 np.linalg.norm(g)다.": otherwise(
        size=lambda g: np.abs(g).max()
    ),
    "성분의 크기를 더해 tol과 견주었다. 길이는 np.linalg.norm(g)다.": otherwise(
        size=lambda g: np.abs(g).sum()
    ),
    "성분의 합을 tol과 견주었다. 길이는 np.linalg.norm(g)다.": otherwise(size=np.sum),
    "길이의 제곱을 tol과 견주었다. 제곱근을 씌운 np.linalg.norm(g)다.": otherwise(
        size=lambda g: (g**2).sum()
    ),
    "걷고 나서 길이를 보아 한 걸음 더 갔다. 길이를 먼저 본다.": looks_late,
    "걸음의 길이를 tol과 견주었다. 학습률을 곱하지 않은 기울기의 길이를 본다.": (
        lambda grad, x0, lr, tol, max_steps=10_000: walk(
            grad, x0, lr, tol / lr, max_steps
        )
    ),
    "max_steps를 지키지 않았다. 멈추지 않아도 그만큼만 걷는다.": otherwise(
        steps=lambda most: 10**5
    ),
    "max_steps보다 한 걸음 덜 걸었다. 행은 걸음 수보다 하나 많다.": otherwise(
        steps=lambda most: most - 1
    ),
    "max_steps보다 한 걸음 더 걸었다.": otherwise(steps=lambda most: most + 1),
    "멈출 곳이 다르다. tol을 보지 않고 max_steps까지 걸었다.": otherwise(
        size=lambda g: np.inf
    ),
}


def steep(x):
    return np.linspace(1, 10, len(x)) * x


def bowl(x):
    return 1.0 * x


def slide(x):
    """0에 닿을 때까지 비탈이 1이나 −1이다."""
    return np.sign(x)


def cases(rng):
    yield steep, np.array([-4.0, -1.0]), 0.1, 1e-3, 200
    yield steep, np.array([4.0, 1.0, -2.0]), 0.18, 1e-3
    yield bowl, np.array([24.0, 32.0]), 0.5, 10.0, 50  # 길이 40, 20, 10
    yield bowl, np.array([3.0, -4.0]), 0.5, 5.0, 50  # 처음부터 tol이다
    yield bowl, np.array([3.0, -4.0]), 0.5, 4.5, 50
    yield steep, np.array([7.0]), 0.1, 0.0, 7
    yield bowl, np.array([2.0, -1.0]), 0.25, 1e-9, 0
    yield slide, np.array([12_000.0]), 1.0, 0.5
    for D in (2, 3, 5):
        x0, lr = rng.normal(0, 5, D), float(rng.uniform(0.02, 0.15))
        yield steep, x0, lr, float(rng.uniform(0.01, 2)), int(rng.integers(5, 90))


def check(answer) -> None:
    tried = cases(answer.rng())
    answer.compare("descend_until", descend_until, tried, MISTAKES, keeps=("x0",))
