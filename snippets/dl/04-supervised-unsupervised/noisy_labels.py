import numpy as np

rng = np.random.default_rng(0)
truth = rng.integers(0, 2, 100_000)


def annotate():
    slip = rng.random(truth.size) < 0.1
    return np.where(slip, 1 - truth, truth)


one = annotate()
three = np.stack([annotate() for _ in range(3)])
majority = (three.sum(axis=0) >= 2).astype(int)
print(f"한 사람의 레이블이 틀린 비율:   {np.mean(one != truth):.2f}")
print(f"세 사람의 다수결이 틀린 비율:   {np.mean(majority != truth):.2f}")
print(f"정답만 말하는 모델의 점수:      {np.mean(truth == one):.2f}")
