import numpy as np

from lessons.cnn.detection.average_precision import (
    METHODS,
    average_precision,
    match_detections,
    precision_recall,
)
from lessons.cnn.detection.boxes import box_iou

# 그림의 번호, 왼쪽, 위, 너비, 높이. 검출은 끝에 점수(%)
TRUTHS = """
1 25 16 38 56/1 129 123 41 62/2 123 11 43 55/2 38 132 59 45/3 16 14 35 48
3 123 30 49 44/3 99 139 47 47/4 53 42 40 52/4 154 43 31 34/5 59 31 44 51
5 48 128 34 52/6 36 89 52 76/6 62 58 44 67/7 28 31 55 63/7 58 67 50 58"""
FOUND = """
1 5 67 31 48 88/1 119 111 40 67 70/1 124 9 49 67 80/2 64 111 64 58 71
2 26 140 60 47 54/2 19 18 43 35 74/3 109 15 77 39 18/3 86 63 46 45 67
3 160 62 36 53 38/3 105 131 47 47 91/3 18 148 40 44 44/4 83 28 28 26 35
4 28 68 42 67 78/4 87 89 25 39 45/4 10 155 60 26 14/5 50 38 28 46 62
5 95 11 53 28 44/5 29 131 72 29 95/5 29 163 72 29 23/6 43 48 74 38 45
6 17 155 29 35 84/6 95 110 25 42 43/7 16 20 101 88 48/7 33 116 37 49 95"""


def read(text):
    lines = text.replace("/", "\n").split("\n")[1:]
    return np.array([line.split() for line in lines], dtype=float)


def padilla(pixel):
    """pixel: 끝 픽셀까지 세면 1. 그러면 변이 한 픽셀씩 길다."""
    truths, found = read(TRUTHS), read(FOUND)
    for rows in (truths, found):
        rows[:, 3:5] += rows[:, 1:3] + pixel  # 너비와 높이를 오른쪽과 아래로
    hits = [
        match_detections(f[:, 1:5], f[:, 5], truths[truths[:, 0] == k, 1:5], 0.3)
        for k in range(1, 8)
        for f in [found[found[:, 0] == k]]
    ]
    return precision_recall(found[:, 5], np.concatenate(hits), len(truths))


G, TRUTH = np.array([109, 15, 186, 54]), np.array([123, 30, 172, 74])  # xyxy
for name, pixel in {"끝 픽셀까지": 1, "모서리까지": 0}.items():
    p, r = padilla(pixel)
    aps = ", ".join(f"{m} {100 * average_precision(p, r, m):.2f}%" for m in METHODS)
    wider = np.array([0, 0, pixel, pixel])
    iou = box_iou([G + wider], [TRUTH + wider]).item()
    print(f"{name}: {r[-1] * 15:.0f}개 맞음, G의 IoU {iou:.3f}")
    print(f"  AP {aps}")
