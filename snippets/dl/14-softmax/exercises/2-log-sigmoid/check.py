import numpy as np


def log_sigmoid(z):
    return -np.logaddexp(0, -z)


def p(z):
    return 1 / (1 + np.exp(-z))


MISTAKES = {
    "부호가 뒤집혔다. 확률의 로그는 0을 넘지 못한다.": lambda z: -log_sigmoid(z),
    "로그를 씌우지 않았다.": p,
    "z의 부호를 바꾸어 넣었다. 그것은 σ(−z)의 로그다.": lambda z: log_sigmoid(-z),
    "밑이 2인 로그다. 밑이 e인 np.log를 쓴다.": lambda z: log_sigmoid(z) / np.log(2),
    "밑이 10인 로그다. 밑이 e인 np.log를 쓴다.": lambda z: log_sigmoid(z) / np.log(10),
    "밑이 2인 로그인 데다 exp(1000)이 넘친다.": lambda z: np.log2(p(z)),
    "밑이 10인 로그인 데다 exp(1000)이 넘친다.": lambda z: np.log10(p(z)),
    "모두 더했다. logsumexp라면 axis=0으로 두 항만 더해 z와 모양이 같다.": lambda z: (
        -np.logaddexp.reduce(np.concatenate([np.zeros_like(z), -z]))
    ),
    "평균을 냈다. z의 성분마다 하나씩 돌려준다.": lambda z: log_sigmoid(z).mean(),
    "exp(1000)이 넘친다. 로그를 먼저 식에서 풀고, 가장 큰 값을 빼서 셈한다.": (
        lambda z: np.log(p(z))
    ),
    "σ(z)가 0으로 반올림되어 로그가 −inf다. 시그모이드에 로그를 씌운 식을 먼저 푼다.": (
        lambda z: np.log(np.exp(-np.logaddexp(0, -z)))
    ),
    "z가 1000이면 exp(z)가 넘친다. z가 클 때는 exp(−z)를 쓴다.": lambda z: (
        z - np.log(1 + np.exp(z))
    ),
    "확률을 e^z / (1 + e^z)로 셈해 exp(1000)이 넘친다.": lambda z: np.log(
        np.exp(z) / (1 + np.exp(z))
    ),
    "z가 크면 로그가 0인데 −log(1 + e⁻ᶻ)의 부호만 바꾸었다.": lambda z: np.where(
        z > 0, log_sigmoid(z), -log_sigmoid(z)
    ),
}
for eps in (1e-300, 1e-100, 1e-30, 1e-20, 1e-16, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7):
    why = f"확률을 {eps:g}에서 잘랐다. 잘린 곳에서는 로그가 틀린다."
    MISTAKES[why] = lambda z, eps=eps: np.log(np.maximum(p(z), eps))
    why = f"확률을 {eps:g}과 1 − {eps:g} 사이로 잘랐다. 잘린 곳에서는 로그가 틀린다."
    if eps > 1e-9:
        MISTAKES[why] = lambda z, eps=eps: np.log(np.clip(p(z), eps, 1 - eps))
    why = f"확률에 {eps:g}을 더했다. 확률이 그보다 작으면 로그가 틀린다."
    if eps > 1e-17:
        MISTAKES[why] = lambda z, eps=eps: np.log(p(z) + eps)


def cases(rng):
    yield (np.array([-1000.0, 0.0, 1000.0]),)
    yield (np.array([0.0]),)
    yield (np.array([-30.0, 40.0, -745.0, 710.0, -800.0]),)
    for N in (5, 1, int(rng.integers(2, 12))):
        yield (rng.normal(0, 4, N),)
    yield (np.array([-5000.0]),)


def check(answer) -> None:
    answer.compare("log_sigmoid", log_sigmoid, cases(answer.rng()), MISTAKES)
