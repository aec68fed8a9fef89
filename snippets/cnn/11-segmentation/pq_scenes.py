# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import load
from lessons.cnn.segmentation.components import label
from lessons.cnn.segmentation.panoptic import panoptic_quality
from lessons.cnn.segmentation.training_torch import scenes


def instances(semantic):
    """같은 클래스끼리 이어진 덩어리 하나를 물체 하나로 본다."""
    ids = [label(semantic == k)[0] for k in (1, 2, 3)]
    return np.stack([semantic, np.sum(ids, axis=0)], axis=-1)


made = scenes(200, rng=np.random.default_rng(2000))
truth = np.stack([np.stack([s.semantic, s.instances], axis=-1) for s in made])
answers = load("cnn/unet_answers")["answers"][0].astype(int)
perfect = np.stack([instances(s.semantic) for s in made])
for name, found in (
    ("정답의 클래스 + 덩어리", perfect),
    ("U-Net + 덩어리", np.stack([instances(a) for a in answers])),
):
    q = panoptic_quality(truth, found, num_classes=4)
    pq, sq, rq = (score[1:].mean() for score in (q.pq, q.sq, q.rq))
    print(f"{name}: PQ {pq:.2f}, SQ {sq:.2f}, RQ {rq:.2f}")
    lost, false = q.fn[1:].sum(), q.fp[1:].sum()
    print(f"  물체 {q.tp[1:].sum() + lost:.0f}개, 놓침 {lost:.0f}, 헛짚음 {false:.0f}")
