import numpy as np

from lessons.dl.vit import patchify


def mistakes(patches, C, H, W, P):
    """틀린 답과 그 까닭"""
    yield (
        patches,
        "축을 옮기지 않고 모양만 바꾸었다. 조각 안의 행이 이미지의 행이 아니다.",
    )
    across = patches.reshape(-1, W // P, H // P, C, P, P)
    yield (
        across.transpose(0, 3, 2, 4, 1, 5),
        ("조각을 세로로 먼저 늘어놓았다. patchify는 가로로 먼저 자른다."),
    )
    last = patches.reshape(-1, H // P, W // P, P, P, C)
    yield (
        last.transpose(0, 5, 1, 3, 2, 4),
        ("채널을 조각의 마지막 축으로 읽었다. 조각은 (C, P, P)를 편 것이다."),
    )
    turned = patches.reshape(-1, H // P, W // P, C, P, P)
    yield (
        turned.transpose(0, 3, 1, 5, 2, 4),
        ("조각 안의 행과 열을 맞바꾸었다. 조각마다 대각선으로 뒤집힌다."),
    )


def check(answer) -> None:
    unpatchify = answer["unpatchify"]
    rng = np.random.default_rng()
    for N, C, H, W, P in ((1, 2, 4, 6, 2), (3, 3, 6, 9, 3), (2, 1, 4, 8, 1)):
        want = rng.integers(0, 1000, (N, C, H, W)).astype(float)
        patches = patchify(want, P)
        got = unpatchify(patches.copy(), (C, H, W), P)
        if got is None:
            raise AssertionError("아무것도 돌려주지 않았다. 이미지를 return한다.")
        got = np.asarray(got)
        if got.shape != want.shape:
            raise AssertionError(
                f"모양이 다르다. 크기 {(C, H, W)}, P={P}로 시험했다. "
                f"나온 모양: {got.shape}, 기대한 모양: {want.shape}"
            )
        if not np.array_equal(got, want):
            why = next(
                (
                    text
                    for value, text in mistakes(patches, C, H, W, P)
                    if np.array_equal(got, value.reshape(want.shape))
                ),
                "이미지가 다르다.",
            )
            raise AssertionError(
                f"{why} 크기 {(C, H, W)}, P={P}로 시험했다. "
                f"나온 첫 행: {got[0, 0, 0].tolist()}, "
                f"기대한 첫 행: {want[0, 0, 0].tolist()}"
            )
