import sys

import numpy as np

from lessons.cnn.detection.nms import batched_nms, nms


def moved(apart):
    """클래스마다 apart(boxes)만큼 밀어 놓고 nms를 한 번 부른다."""

    def batched(boxes, scores, idxs, iou_threshold):
        far = boxes + apart(boxes) * idxs[:, None]
        return nms(far, scores, iou_threshold)

    return batched


def class_by_class(boxes, scores, idxs, iou_threshold):
    groups = [np.flatnonzero(idxs == k) for k in np.unique(idxs)]
    return np.concatenate([g[nms(boxes[g], scores[g], iou_threshold)] for g in groups])


def by_index(*given):
    return np.sort(batched_nms(*given))


def mask(boxes, scores, idxs, iou_threshold):
    kept = batched_nms(boxes, scores, idxs, iou_threshold)
    return np.isin(np.arange(len(boxes)), kept)


MISTAKES = {
    "클래스가 다른 상자까지 지웠다. 클래스마다 멀리 밀어 놓는다.": moved(lambda b: 0),
    "한 픽셀씩만 밀어 다른 클래스의 상자가 아직 겹친다.": moved(lambda b: 1),
    "좌표가 음수면 가장 큰 좌표만큼 밀어도 겹친다. 가장 작은 것도 본다.": (
        moved(lambda b: b.max() + 1)
    ),
    "클래스끼리 이어 붙였다. 점수가 높은 것부터 늘어놓는다.": class_by_class,
    "번호 순으로 늘어놓았다. 점수가 높은 것부터 늘어놓는다.": by_index,
    "남았는지를 참과 거짓으로 돌려주었다. 남은 번호를 돌려준다.": mask,
}


def cases(rng):
    for turn in range(40):
        n, side = int(rng.integers(4, 12)), (20, 6)[turn % 2]
        corner = rng.integers(0, side, size=(n, 2))
        boxes = np.hstack([corner, corner + rng.integers(4, 12, size=(n, 2))])
        boxes -= (0, boxes.max())[turn % 4 // 2]  # 절반은 좌표가 0 이하다
        boxes *= (1, 1000)[turn % 8 // 4]  # 절반은 큰 그림이다
        scores, idxs = rng.permutation(n) / n, rng.integers(0, 3, size=n)
        yield boxes, scores, idxs, float(rng.choice([0.1, 0.3, 0.5]))
    for side in (4, 9):  # 한 줄로 비스듬히 선 것들. 덜 밀면 어딘가에 포개진다
        corner = np.arange(20)[:, None] + (0, 0, side, side)
        yield corner, rng.permutation(20) / 20, rng.integers(0, 3, size=20), 0.1
    for _ in range(12):  # 0을 사이에 두고 몇 픽셀 안에 모인 것
        corner = rng.integers(-3, 2, size=(8, 2))
        boxes = np.hstack([corner, corner + rng.integers(1, 5, size=(8, 2))])
        yield (
            boxes * rng.choice([1, 0.5]),
            rng.permutation(8) / 8,
            np.arange(8) % 3,
            0.1,
        )
    whole = np.array([[0, 0, 2, 2]] * 2)  # 한 픽셀만 덜 밀어도 포개진다
    yield whole, np.array([0.4, 0.8]), np.array([0, 1]), 0.1
    yield np.array([[2, 3, 9, 8]]), np.array([0.5]), np.array([4]), 0.5


def times(function, *given) -> int:
    """function(*given)이 nms를 부른 횟수."""
    seen, before = [], sys.getprofile()
    sys.setprofile(
        lambda frame, event, _: (
            seen.append(event)
            if event == "call" and frame.f_code is nms.__code__
            else None
        )
    )
    try:
        function(*given)
    finally:
        sys.setprofile(before)
    return len(seen)


def check(answer) -> None:
    given = "boxes", "scores", "idxs"
    rng = answer.rng()
    answer.compare("batched", batched_nms, cases(rng), MISTAKES, keeps=given)
    called = times(answer["batched"], *next(cases(rng)))
    assert called == 1, (
        f"남은 번호는 맞지만 nms를 {called}번 불렀다. 클래스마다 상자를 밀어 놓고 "
        "한 번만 부른다. 나온 횟수가 클래스의 수와 상관없어야 한다."
    )
