# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import load, save
from lessons.cnn.tracking.assignment import greedy_assignment
from lessons.cnn.tracking.crowd import crowd
from lessons.cnn.tracking.deepsort import ByteTrack, DeepSort
from lessons.cnn.tracking.embedding import embedder
from lessons.cnn.tracking.metrics import compare, hota
from lessons.cnn.tracking.sort import Sort, follow_video

model = embedder(rng=np.random.default_rng(0))
model.load_state_dict(load("cnn/track_embedding"))
VALID = [crowd(seed, model) for seed in (100, 101, 102)]


def score(make, *settings):
    runs = [hota(compare(t, follow_video(make(*settings), d))) for t, d in VALID]
    return np.mean([run["HOTA"] for run in runs])


def grid(title, make, ages, others):
    """HOTA의 표를 찍고 돌려준다. 행은 max_age, 열은 others다."""
    table = np.array([[score(make, a, o) for o in others] for a in ages])
    print(title, "열:", *others)
    for age, row in zip(ages, table, strict=True):
        print(f"  max_age {age:2d}:", *(f"{value:.3f}" for value in row))
    return table


STILL = {"moving": False}
GREEDY = {"moving": False, "assign": greedy_assignment}
IOUS, AGES = (0.05, 0.1, 0.2, 0.3), (3, 10, 30, 60)
LOW, YOUNG = (0.01, 0.05, 0.1, 0.2), (0, 1, 3)
tables = {
    "greedy": grid("탐욕", lambda a, o: Sort(a, 3, o, **GREEDY), YOUNG, LOW),
    "hungarian": grid("헝가리안", lambda a, o: Sort(a, 3, o, **STILL), YOUNG, LOW),
    "kalman": grid("칼만", lambda a, o: Sort(a, 3, o), AGES, IOUS),
    "byte": grid("ByteTrack", lambda a, o: ByteTrack(a, 3, o), AGES, IOUS),
    "deep": grid(
        "겉모습",
        lambda a, o: DeepSort(a, 3, 0.2, max_cosine_distance=o),
        AGES,
        (0.1, 0.2, 0.3, 0.5),
    ),
}
save("cnn/track_choices", **tables)
