# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import load
from lessons.cnn.segmentation.metrics import boundary_f
from lessons.cnn.segmentation.training_torch import scenes

made = scenes(200, rng=np.random.default_rng(2000))
truth = np.stack([scene.semantic for scene in made])
p = np.pad(truth, ((0, 0), (1, 1), (1, 1)), mode="edge")
shifts = [p[:, i : i + 48, j : j + 48] for i in range(3) for j in range(3)]
near = np.any([shift != truth for shift in shifts], axis=0)  # 경계에 닿은 픽셀
print(f"경계에 닿은 픽셀 {near.mean():.0%}")
for name, key in (("있음", "cnn/unet_answers"), ("없음", "cnn/unet_no_skip_answers")):
    rows = []
    for answer in load(key)["answers"]:
        right = answer == truth
        pairs = zip(truth > 0, answer > 0, strict=True)
        F = np.mean([boundary_f(t, a, tolerance=0) for t, a in pairs])
        rows.append([right[near].mean(), right[~near].mean(), F])
    mean, worst = np.mean(rows, axis=0), np.min(rows, axis=0)
    print(
        f"잇는 길 {name}: 경계 {mean[0]:.3f} (최악 {worst[0]:.3f}), "
        f"나머지 {mean[1]:.3f} (최악 {worst[1]:.3f}), "
        f"경계 F {mean[2]:.3f} (최악 {worst[2]:.3f})"
    )
