import numpy as np

from lessons.cnn.preprocessing.resize import positions, resize, resize_matrix

row = np.array([[10.0, 20, 30, 40]])
print("새 칸의 자리:", positions(4, 2), "끝을 맞추면:", positions(4, 2, True))
ways = {
    "nearest": {"mode": "nearest"},
    "bilinear": {"antialias": False},
    "bilinear, 끝을 맞춤": {"antialias": False, "align_corners": True},
    "area": {"mode": "area"},
    "bilinear, antialias": {},
}
for name, options in ways.items():
    print(f"{name}: {resize(row, (1, 2), **options)[0].round(2)}")
print(resize_matrix(4, 2).round(2))
