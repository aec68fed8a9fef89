import numpy as np


def check(answer) -> None:
    stratified_test = answer["stratified_test"]
    rng = np.random.default_rng()
    sizes = 10 * rng.permutation([1, 3, 6])
    y = rng.permutation(np.repeat(["가", "나", "다"], sizes))
    tried = f"샘플이 가 {sizes[0]}, 나 {sizes[1]}, 다 {sizes[2]}개이고 test_size=0.2다."
    want = sizes // 5
    draws = []
    for _ in range(20):
        got = stratified_test(y.copy(), 0.2, rng)
        if got is None:
            raise AssertionError("아무것도 돌려주지 않았다. 번호의 배열을 return한다.")
        got = np.asarray(got)
        if got.ndim != 1 or got.dtype.kind not in "iu":
            raise AssertionError(
                "샘플의 번호를 담은 1차원 정수 배열이 아니다. 레이블이 아니라 "
                f"번호를 돌려준다. 나온 값: {got.tolist()!r:.60}, 기대한 모양: (20,)"
            )
        if got.size and (got.min() < 0 or got.max() >= len(y)):
            raise AssertionError(
                f"없는 번호가 있다. 번호는 0부터 {len(y) - 1}까지다. 나온 값: {got}"
            )
        kinds = len(set(got.tolist()))
        if kinds != len(got):
            raise AssertionError(
                "같은 샘플을 두 번 뽑았다. 비복원으로 뽑는다. "
                f"나온 번호 {len(got)}개 가운데 서로 다른 것은 {kinds}개"
            )
        draws.append(got)
    counts = np.array(
        [[(y[got] == label).sum() for label in "가나다"] for got in draws]
    )
    seen = f"{tried} 나온 수: {counts[0].tolist()}, 기대한 수: {want.tolist()}"
    if (counts != counts[0]).any():
        raise AssertionError(
            "뽑을 때마다 클래스의 수가 달라진다. 전체에서 한 번에 뽑지 말고 클래스마다 "
            f"따로 뽑는다. {tried} 나온 수: {counts[0].tolist()}, "
            f"{counts[1].tolist()}, …, 기대한 수: 늘 {want.tolist()}"
        )
    if (counts[0] == sizes - want).all():
        raise AssertionError(f"훈련에 쓸 쪽의 번호를 돌려주었다. {seen}")
    if (counts[0] == counts[0, 0]).all() and counts[0, 0] > 0:
        raise AssertionError(
            f"클래스마다 같은 수를 뽑았다. 같은 것은 수가 아니라 비율이다. {seen}"
        )
    if (counts[0] != want).any():
        raise AssertionError(
            "클래스의 비율이 다르다. 클래스마다 자기 번호에서 자기 몫만큼 뽑는다. "
            + seen
        )
    ever = np.unique(np.concatenate(draws))
    if len(ever) == len(draws[0]):
        raise AssertionError(
            "rng를 바꾸어도 늘 같은 샘플을 뽑는다. 클래스 안에서 섞은 뒤 앞에서 "
            f"자른다. 스무 번 뽑아 나온 번호의 종류: {len(ever)}, "
            f"기대한 값: {len(ever)}보다 많다"
        )
