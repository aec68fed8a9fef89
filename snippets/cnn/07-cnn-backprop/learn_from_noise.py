import numpy as np

from lessons.cnn.backward import conv2d_backward
from lessons.cnn.conv.fast import conv2d
from lessons.cnn.filters.smoothing import gaussian_filter
from lessons.cnn.locality import neighbor_correlation
from lessons.datasets import load_photo

sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])[None, None]
noise = np.random.default_rng(0).normal(size=(96, 96))
pictures = {
    "잡음": noise,
    "σ 0.5로 흐린 잡음": gaussian_filter(noise, 0.5),
    "σ 1로 흐린 잡음": gaussian_filter(noise, 1),
    "고양이": load_photo("cat", 96).mean(axis=2),
}
for name, picture in pictures.items():
    picture = (picture - picture.mean()) / picture.std()
    patches = np.lib.stride_tricks.sliding_window_view(picture, (3, 3)).reshape(-1, 9)
    # 이 손실의 헤세 행렬. 방향마다의 곡률, 그 가운데 소벨까지 가는 길에 있는 방향
    curves, directions = np.linalg.eigh(2 * patches.T @ patches / len(patches))
    along = np.abs(directions.T @ sobel.ravel()) > 0.05
    x = picture[None, None]
    target, W, steps = conv2d(x, sobel), np.zeros((1, 1, 3, 3)), 0
    while np.abs(W - sobel).max() > 0.05:
        dy = 2 * (conv2d(x, W) - target) / target.size
        W -= conv2d_backward(dy, x, W)[1] / curves[-1]
        steps += 1
    print(
        f"{name}: 이웃과의 상관 {neighbor_correlation(picture):.2f}, "
        f"곡률의 비 {curves[-1] / curves[along][0]:.0f}, {steps}걸음"
    )
