import numpy as np

from lessons.cnn.tracking.detector import detect, truth_of
from lessons.cnn.tracking.metrics import evaluate
from lessons.cnn.tracking.sort import Sort, follow_video
from lessons.scenes import make_video

video = make_video(80, 6, speed=4, rng=np.random.default_rng(1))
truth, found = truth_of(video), detect(video, rng=np.random.default_rng(2))
for step in (1, 2, 4):
    tracks = follow_video(Sort(30, 3, 0.2), found[::step])
    score = evaluate(truth[::step], tracks)
    born = max(ids.max(initial=0) for ids, _ in tracks)
    print(f"{step}프레임마다: 나온 번호 {born:2d}, IDF1 {score['IDF1']:.2f}")
