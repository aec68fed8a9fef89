# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import load, save
from lessons.cnn.tracking.assignment import greedy_assignment
from lessons.cnn.tracking.crowd import crowd
from lessons.cnn.tracking.deepsort import ByteTrack, DeepSort
from lessons.cnn.tracking.embedding import embedder
from lessons.cnn.tracking.metrics import evaluate
from lessons.cnn.tracking.sort import Sort, follow_video

model = embedder(rng=np.random.default_rng(0))
model.load_state_dict(load("cnn/track_embedding"))
TEST = [crowd(seed, model) for seed in range(10)]

TRACKERS = {
    "탐욕": lambda: Sort(1, 3, 0.05, moving=False, assign=greedy_assignment),
    "헝가리안": lambda: Sort(1, 3, 0.05, moving=False),
    "SORT": lambda: Sort(30, 3, 0.2),
    "겉모습": lambda: DeepSort(30, 3, 0.2, max_cosine_distance=0.2),
    "ByteTrack": lambda: ByteTrack(10, 3, 0.2),
}
NAMES = ("MOTA", "IDF1", "HOTA", "IDSW", "FP")
print("열 동영상의 평균(가장 나쁜 것)", *NAMES)
results = {}
for name, make in TRACKERS.items():
    runs = [evaluate(t, follow_video(make(), d)) for t, d in TEST]
    values = np.array([[run[key] for key in NAMES] for run in runs])
    mean, low, high = values.mean(axis=0), values.min(axis=0), values.max(axis=0)
    print(*(f"{mean[k]:.3f}({low[k]:.3f})" for k in range(3)), end=" ")
    print(*(f"{mean[k]:3.0f}({high[k]:.0f})" for k in (3, 4)), name)
    results[name] = values
more = results["헝가리안"] - results["탐욕"]
print("헝가리안의 MOTA가 탐욕보다 높은 동영상", (more[:, 0] > 0).sum())
print("헝가리안의 ID 전환이 탐욕보다 적은 동영상", (more[:, 3] < 0).sum())
PHOTOS = ("astronaut", "cat", "coffee")
photos = [crowd(50 + k, model, photo=name) for k, name in enumerate(PHOTOS)]
for name in ("SORT", "겉모습"):
    runs = [evaluate(t, follow_video(TRACKERS[name](), d)) for t, d in photos]
    means = (np.mean([run[key] for run in runs]) for key in NAMES[:3])
    print("사진 위:", *(f"{value:.3f}" for value in means), name)
keys = ("greedy", "hungarian", "kalman", "deep", "byte")
save("cnn/track_contest", **dict(zip(keys, results.values(), strict=True)))
