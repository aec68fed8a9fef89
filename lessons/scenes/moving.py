"""움직이는 장면. 자리와 속도를 16분의 1픽셀의 정수로 옮긴다."""

from dataclasses import dataclass, field

import numpy as np

from lessons.scalars import count, flag, generator, number
from lessons.scenes.shapes import BRIGHT, SHAPES
from lessons.scenes.still import Scene, background, paint, random_sides, span_of

UNIT = 16  # 1픽셀을 나눈 수


@dataclass(frozen=True)
class Video:
    """동영상. video[t]가 t번째 장면(Scene)이고 그때그때 그린다."""

    background: np.ndarray  # (S, S, 3) uint8
    front: np.ndarray  # (S, S) 모든 것을 가리는 기둥
    frames: list = field(repr=False)  # 프레임마다 물체의 목록
    noise: int = 10
    seed: int = 0

    def __len__(self) -> int:
        return len(self.frames)

    def __getitem__(self, t: int) -> Scene:
        if not -len(self) <= t < len(self):
            raise IndexError(f"t: 0부터 {len(self) - 1}까지 넣는다. 받은 값: {t}.")
        t %= len(self)
        objects, size = self.frames[t], len(self.background)
        boxes = np.array([box_of(o) for o in objects], dtype=int).reshape(-1, 4)
        return paint(
            self.background,
            np.array([o.shape for o in objects], dtype=np.int64),
            boxes,
            [o.id for o in objects],
            [o.color for o in objects],
            self.noise,
            np.random.default_rng([self.seed, t]),
            np.broadcast_to(self.front, (size, size)),
        )


@dataclass(frozen=True)
class Mover:
    """움직이는 물체 하나의 한때. place와 velocity는 (x, y), 16분의 1픽셀이다."""

    id: int
    shape: int
    color: np.ndarray
    sides: tuple[int, int]
    place: np.ndarray
    velocity: np.ndarray


def box_of(mover: Mover) -> tuple[int, int, int, int]:
    """가운데의 자리에서 상자를 낸다. 반환: 정수 xyxy"""
    w, h = mover.sides
    x, y = (2 * mover.place + UNIT * (1 - np.array(mover.sides))) // (2 * UNIT)
    return int(x), int(y), int(x) + w, int(y) + h


def make_video(
    n_frames: int = 60,
    n_objects: int = 8,
    size: int = 160,
    *,
    shapes: int = 3,
    sides: tuple[int, int] = (14, 24),
    speed: float = 3.0,
    leave: bool = False,
    pillars: int = 0,
    clutter: int = 0,
    noise: int = 10,
    photo: str | None = None,
    rng: np.random.Generator,
) -> Video:
    """도형들이 제 속도로 떠다니고 서로를 가리는 동영상.

    n_frames, n_objects, size: 프레임, 물체, 한 변의 픽셀 수
    speed: 한 프레임에 가로와 세로로 움직이는 가장 먼 거리(픽셀)
    leave: 참이면 가장자리로 나가고 새 물체가 새 번호로 들어온다. 거짓이면 튕긴다
    pillars: 앞에 서서 모두를 가리는 기둥의 수
    나머지: make_scene과 같다
    """
    n_frames, n = count("n_frames", n_frames), count("n_objects", n_objects, 0)
    size, shapes = count("size", size, 16), count("shapes", shapes, 1, len(SHAPES))
    sides, leave = span_of("sides", sides, 4, size // 2), flag("leave", leave)
    fastest = int(UNIT * number("speed", speed, 0, size / 4))
    pillars, amount = count("pillars", pillars, 0), count("noise", noise, 0, 255)
    clutter, rng = count("clutter", clutter, 0), generator("rng", rng)

    back = background(size, photo, clutter, rng)
    front = np.zeros((size, size), dtype=bool)
    for k in range(pillars):  # 고르게 떨어져 선다
        x = (k + 1) * size // (pillars + 1) - size // 20
        front[:, x : x + size // 10] = True
    back[front] = 128

    movers = [_new(k, size, shapes, sides, fastest, rng) for k in range(n)]
    frames, born = [], n
    for _ in range(n_frames):
        frames.append([mover for mover in movers if _in_sight(mover, size)])
        movers = [_moved(mover, size, fastest, leave, rng) for mover in movers]
        for k, mover in enumerate(movers):
            if leave and not _in_sight(mover, size):
                new = _new(born, size, shapes, sides, fastest, rng)
                movers[k], born = _at_the_edge(new, size, fastest, rng), born + 1
    return Video(back, front, frames, amount, int(rng.integers(2**31)))


def _new(id, size, shapes, sides, fastest, rng) -> Mover:
    both = random_sides(sides, rng)
    half = max(both) // 2 + 1
    return Mover(
        id=id,
        shape=int(rng.integers(shapes)),
        color=rng.integers(BRIGHT, 256, size=3),
        sides=both,
        place=rng.integers(half * UNIT, (size - half) * UNIT + 1, size=2),
        velocity=rng.integers(-fastest, fastest + 1, size=2),
    )


def _moved(mover, size, fastest, leave, rng) -> Mover:
    """속도를 조금 흔들어 한 프레임 옮긴다."""
    shake = max(fastest // 16, 1) if fastest else 0
    velocity = mover.velocity + rng.integers(-shake, shake + 1, size=2)
    velocity = velocity.clip(-fastest, fastest)
    place = mover.place + velocity
    if not leave:  # 가운데가 가장자리에 닿으면 되돌아간다
        low, high = 8 * UNIT, (size - 8) * UNIT
        out = (place < low) & (velocity < 0) | (place > high) & (velocity > 0)
        velocity = np.where(out, -velocity, velocity)
        place = place.clip(low, high)
    return Mover(mover.id, mover.shape, mover.color, mover.sides, place, velocity)


def _at_the_edge(mover, size, fastest, rng) -> Mover:
    """네 가장자리 가운데 하나에서 안쪽으로 들어오게 한다."""
    axis, far = rng.integers(2), rng.integers(2)
    place, velocity = mover.place.copy(), mover.velocity.copy()
    half = mover.sides[axis] * UNIT // 2
    place[axis] = size * UNIT + half - UNIT if far else UNIT - half
    inward = max(abs(int(velocity[axis])), fastest // 2, 1)
    velocity[axis] = -inward if far else inward
    return Mover(mover.id, mover.shape, mover.color, mover.sides, place, velocity)


def _in_sight(mover: Mover, size: int) -> bool:
    """한 픽셀이라도 그림 안에 있는가."""
    x1, y1, x2, y2 = box_of(mover)
    return x2 > 0 and y2 > 0 and x1 < size and y1 < size
