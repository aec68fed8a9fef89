import numpy as np

from lessons.cnn.tracking.metrics import clear_mot, hota, identity


def follow(numbers):
    """프레임마다 정답 1번에 붙은 번호. None이면 놓쳤다. 상자는 꼭 맞는다."""
    ids = [[] if n is None else [n] for n in numbers]
    return [([1], n, np.ones((1, len(n)))) for n in ids]


cases = {
    "한가운데서 바뀐다": [1] * 5 + [2] * 5,
    "끝에서 바뀐다": [1] * 9 + [2],
    "하나를 놓친다": [1] * 4 + [None] + [1] * 5,
}
for name, numbers in cases.items():
    frames = follow(numbers)
    both = hota(frames)
    print(
        f"MOTA {clear_mot(frames)['MOTA']:.2f} IDF1 {identity(frames)['IDF1']:.2f}",
        *(f"{key} {both[key].mean():.2f}" for key in ("HOTA", "DetA", "AssA")),
        name,
    )
