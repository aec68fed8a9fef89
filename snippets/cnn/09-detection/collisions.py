import numpy as np

from lessons.cnn.detection.yolo import assign
from lessons.scenes import make_scenes

for overlap, most in ((0.1, 4), (0.6, 12)):
    rng = np.random.default_rng(0)
    scenes = make_scenes(500, 64, (1, most), overlap=overlap, rng=rng)
    total = sum(len(s.boxes) for s in scenes)
    for grid in (4, 8, 16):
        kept = sum(assign(s.boxes, s.labels, grid, 64)[0].sum() for s in scenes)
        lost = total - int(kept)
        print(f"{most:>2}개까지, 격자 {grid:>2}: {total}개 가운데 {lost}개를 잃는다")
