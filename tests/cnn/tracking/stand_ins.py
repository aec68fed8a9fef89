"""손으로 셈할 수 있는 동영상과 난수 생성기의 대역."""

import numpy as np

from lessons.scenes import Scene, Video

SIZE = 48


class Still(Video):
    """상자와 보이는 몫을 손으로 정한 한 프레임짜리 동영상."""

    def __init__(self, boxes, visible):
        boxes, image = np.array(boxes), np.zeros((SIZE, SIZE, 3), dtype=np.uint8)
        ids, masks = np.arange(len(boxes)) + 5, np.zeros((len(boxes), SIZE, SIZE))
        scene = Scene(image, ids, boxes, masks, np.array(visible), ids)
        super().__init__(image, masks, [scene])

    def __getitem__(self, t):
        return self.frames[t]


class Scripted(np.random.Generator):
    """정규분포에서 z, 균등분포에서 u의 자리, 푸아송분포에서 n을 차례로 내는 대역."""

    def __init__(self, z=0, u=0.5, n=0):
        super().__init__(np.random.PCG64(0))
        self.z, self.u, self.n, self.means = z, u, n, []

    def normal(self, loc, scale, size):
        return loc + scale * np.resize(self.z, size)

    def random(self, size):
        return np.resize(self.u, size)

    def uniform(self, low, high, size):
        return low + (high - low) * np.resize(self.u, size)

    def poisson(self, lam):
        self.means.append(lam)
        return self.n
