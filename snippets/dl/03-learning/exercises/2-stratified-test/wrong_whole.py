"""뽑을 때마다 클래스의 수가 달라진다."""


def stratified_test(y, test_size, rng):
    return rng.permutation(len(y))[: round(len(y) * test_size)]
