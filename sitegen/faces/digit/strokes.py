"""숫자를 획으로 긋고, 획을 학습 데이터와 같은 8×8 그림으로 바꾼다.

UCI 손글씨는 글자를 32×32 상자에 맞춘 흑백 그림을 4×4 칸으로 나누어 칸마다 먹을 센
것이다. 여기서도 그대로 한다. 페이지에서는 web/digit/raster.ts가 같은 일을 한다.
"""

from functools import cache

import numpy as np

from lessons import Array

GRID = 32
CELL = 4
WIDE = 24  # 데이터의 글자는 위아래로 꽉 차고 좌우로 한 칸씩 빈다
INK = 312  # 데이터의 그림 한 장에 든 먹의 평균
MARGIN = 2.2  # 획의 반지름이 이쯤 될 것으로 보고 상자 안쪽에 맞춘다
STRETCH = 1.6  # 1처럼 홀쭉한 글자를 이보다 더 옆으로 늘리지 않는다
SMALLEST = 0.1  # 콕 찍은 점을 글자만 하게 키우지 않는다


def pixels(strokes: list[Array]) -> np.ndarray:
    """획을 오려 가운데에 맞추고 8×8 칸마다 먹을 센다.

    strokes: (점의 수, 2) 배열의 목록. x는 오른쪽, y는 아래로 자란다
    반환: (8, 8), 0부터 16까지의 정수
    """
    points = np.concatenate(strokes)
    low, high = points.min(axis=0), points.max(axis=0)
    wide, tall = high - low
    up = (GRID - 2 * MARGIN) / max(tall, 0.6 * wide, SMALLEST)
    across = min(up * STRETCH, (WIDE - 2 * MARGIN) / max(wide, SMALLEST))
    placed = [(s - (low + high) / 2) * (across, up) + GRID / 2 for s in strokes]
    far = _squared_distances(placed)
    radius = np.clip(np.sort(far, axis=None)[INK - 1], 1.5**2, 6**2)
    return (far <= radius).reshape(8, CELL, 8, CELL).sum(axis=(1, 3))


def _squared_distances(strokes: list[Array]) -> Array:
    """격자의 점마다 가장 가까운 획까지 거리의 제곱."""
    start = np.concatenate([s[:-1] if len(s) > 1 else s for s in strokes])
    end = np.concatenate([s[1:] if len(s) > 1 else s for s in strokes])
    x, y = np.meshgrid(np.arange(GRID) + 0.5, np.arange(GRID) + 0.5)
    step = end - start
    length = np.maximum((step**2).sum(axis=1), 1e-9)
    dx, dy = x[..., None] - start[:, 0], y[..., None] - start[:, 1]
    t = np.clip((dx * step[:, 0] + dy * step[:, 1]) / length, 0, 1)
    nearest = (dx - t * step[:, 0]) ** 2 + (dy - t * step[:, 1]) ** 2
    return nearest.min(axis=2)


def bend(strokes: list[Array], *, rng: np.random.Generator) -> list[Array]:
    """같은 글자를 다른 손이 쓴 것처럼 기울이고 늘이고 흔든다."""
    angle, slant = rng.normal(0, 0.15, 2)
    cos, sin = np.cos(angle), np.sin(angle)
    lean = [[cos, -sin], [sin, cos]] @ np.array([[1.0, slant], [0.0, 1.0]])
    lean[:, 0] *= np.exp(rng.normal(0, 0.2))
    sway = rng.normal(0, 0.04, (4, 2))
    phase = rng.uniform(0, 2 * np.pi, (4, 2))
    waves = np.arange(1, 5)[:, None, None] * 2.5
    return [
        (s + (sway[:, None] * np.sin(waves * s[:, ::-1] + phase[:, None])).sum(axis=0))
        @ lean.T
        for s in strokes
    ]


def _line(*corners: tuple[float, float]) -> Array:
    """모서리를 잇는 선. 흔들 수 있도록 잘게 나눈다."""
    t = np.linspace(0, len(corners) - 1, 6 * len(corners) - 5)
    xs, ys = zip(*corners, strict=True)
    places = range(len(corners))
    return np.stack([np.interp(t, places, xs), np.interp(t, places, ys)], axis=1)


def _arc(x, y, rx, ry, start, end) -> Array:
    """중심과 반지름, 시작과 끝의 각도(도). 0은 오른쪽이고 시계 방향으로 자란다."""
    t = np.radians(np.linspace(start, end, 24))
    return np.stack([x + rx * np.cos(t), y + ry * np.sin(t)], axis=1)


def _join(*pieces: Array) -> list[Array]:
    return [np.concatenate(pieces)]


@cache
def shapes() -> list[tuple[int, list[Array]]]:
    """숫자마다 사람들이 흔히 쓰는 모양. 데이터에 드문 모양을 메운다."""
    return [
        (0, [_arc(0.5, 0.5, 0.32, 0.5, -90, 270)]),
        (0, [_arc(0.5, 0.5, 0.48, 0.5, -90, 270)]),
        (0, [_arc(0.5, 0.5, 0.25, 0.5, -60, 290)]),
        (1, [_line((0.5, 0), (0.5, 1))]),
        (1, [_line((0.62, 0), (0.45, 1))]),
        (1, [_line((0.35, 0.22), (0.55, 0), (0.55, 1))]),
        (1, [_line((0.3, 0.2), (0.5, 0), (0.5, 1)), _line((0.25, 1), (0.75, 1))]),
        (2, _join(_arc(0.5, 0.28, 0.34, 0.28, -170, 40), _line((0.15, 1), (0.88, 1)))),
        (2, [_line((0.15, 0.2), (0.4, 0), (0.8, 0.2), (0.8, 0.4), (0.1, 1), (0.9, 1))]),
        (
            2,
            _join(
                _arc(0.5, 0.28, 0.34, 0.28, -170, 50),
                _arc(0.25, 0.88, 0.12, 0.1, 0, -300),
                _line((0.6, 0.95), (0.95, 0.9)),
            ),
        ),
        (
            3,
            _join(
                _arc(0.45, 0.26, 0.33, 0.26, -150, 90),
                _arc(0.45, 0.74, 0.38, 0.26, -90, 150),
            ),
        ),
        (
            3,
            _join(
                _line((0.15, 0), (0.8, 0), (0.45, 0.4)),
                _arc(0.45, 0.7, 0.36, 0.3, -90, 150),
            ),
        ),
        (
            4,
            [_line((0.25, 0), (0.12, 0.6), (0.85, 0.6)), _line((0.65, 0.1), (0.65, 1))],
        ),
        (4, [_line((0.65, 1), (0.65, 0), (0.08, 0.68), (0.92, 0.68))]),
        (4, [_line((0.2, 0), (0.2, 0.5), (0.8, 0.5)), _line((0.8, 0), (0.8, 1))]),
        (
            5,
            [
                *_join(
                    _line((0.2, 0), (0.2, 0.42)),
                    _arc(0.42, 0.68, 0.38, 0.31, -125, 140),
                ),
                _line((0.2, 0), (0.8, 0)),
            ],
        ),
        (
            5,
            _join(
                _line((0.8, 0), (0.22, 0), (0.2, 0.45)),
                _arc(0.42, 0.68, 0.38, 0.31, -115, 150),
            ),
        ),
        (
            5,
            [_line((0.85, 0), (0.2, 0), (0.2, 0.45), (0.75, 0.45), (0.8, 1), (0.2, 1))],
        ),
        (
            6,
            _join(
                _line((0.7, 0), (0.35, 0.3), (0.2, 0.65)),
                _arc(0.5, 0.72, 0.3, 0.28, 180, -170),
            ),
        ),
        (
            6,
            _join(
                _line((0.5, 0), (0.25, 0.4), (0.18, 0.75)),
                _arc(0.46, 0.75, 0.28, 0.25, 180, -160),
            ),
        ),
        (7, [_line((0.1, 0), (0.9, 0), (0.4, 1))]),
        (7, [_line((0.12, 0.25), (0.12, 0), (0.85, 0), (0.4, 1))]),
        (7, [_line((0.1, 0), (0.9, 0), (0.4, 1)), _line((0.3, 0.5), (0.8, 0.5))]),
        (
            8,
            [
                _arc(0.5, 0.24, 0.28, 0.24, 90, 450),
                _arc(0.5, 0.74, 0.36, 0.26, -90, 270),
            ],
        ),
        (
            8,
            _join(
                _arc(0.5, 0.25, 0.3, 0.25, -30, -270),
                _arc(0.5, 0.75, 0.34, 0.25, -90, 270),
                _arc(0.5, 0.25, 0.3, 0.25, 90, -30),
            ),
        ),
        (
            9,
            _join(
                _arc(0.45, 0.28, 0.33, 0.28, 0, -360), _line((0.78, 0.28), (0.74, 1))
            ),
        ),
        (
            9,
            _join(
                _arc(0.45, 0.28, 0.33, 0.28, -10, -350),
                _line((0.78, 0.3), (0.76, 0.75)),
                _arc(0.5, 0.8, 0.28, 0.2, 0, 150),
            ),
        ),
        (9, _join(_arc(0.5, 0.28, 0.3, 0.28, 0, -360), _line((0.8, 0.28), (0.45, 1)))),
    ]
