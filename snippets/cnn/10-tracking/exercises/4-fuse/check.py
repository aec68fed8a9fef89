def fuse(x, P, z, R):
    K = P / (P + R)
    return x + K * (z - x), (1 - K) * P


def backwards(x, P, z, R):
    return x + R / (P + R) * (z - x), P * R / (P + R)


def backwards_too(x, P, z, R):
    K = R / (P + R)
    return x + K * (z - x), (1 - K) * P


def half(x, P, z, R):
    return (x + z) / 2, P * R / (P + R)


def added(x, P, z, R):
    return fuse(x, P, z, R)[0], P + R


def same(x, P, z, R):
    return fuse(x, P, z, R)[0], P


def deviations(x, P, z, R):
    K = P**0.5 / (P**0.5 + R**0.5)
    return x + K * (z - x), (1 - K) * P


def no_variance(x, P, z, R):
    return fuse(x, P, z, R)[0]


MISTAKES = {
    "믿을 정도를 거꾸로 썼다. K는 P / (P + R)이다.": backwards,
    "믿을 정도를 거꾸로 쓰고, 분산도 그것으로 줄였다. K는 P / (P + R)이다.": (
        backwards_too
    ),
    "두 값을 반반 섞었다. 분산이 작은 쪽으로 더 끌려간다.": half,
    "분산을 더했다. 두 번 알아보면 더 확실해지니 분산은 준다.": added,
    "분산을 그대로 두었다. (1 - K)배가 된다.": same,
    "표준편차로 섞었다. 분산을 그대로 쓴다.": deviations,
    "섞은 값만 돌려주었다. 값과 분산 둘을 돌려준다.": no_variance,
}


def cases(rng):
    yield from [(10, 4, 13, 2), (20, 1, 26, 5), (0, 3, 6, 1)]
    for _ in range(10):
        x, z = (float(v) for v in rng.normal(0, 10, 2))
        P, R = (float(v) for v in rng.uniform(0.1, 9, 2))
        yield x, P, z, R
    yield -3.0, 1e-4, 5.0, 1e4
    yield -3.0, 1e4, 5.0, 1e-4


def check(answer) -> None:
    answer.compare("fuse", fuse, cases(answer.rng()), MISTAKES)
