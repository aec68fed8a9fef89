import matplotlib.pyplot as plt
import numpy as np

from lessons.dl.train_test_split import train_test_split
from lessons.plotting import use_korean_font

y = np.zeros(400, dtype=int)
y[:20] = 1


def positives(stratify, rng):
    """500번 나누어 테스트 80개에 든 양성의 수를 센다."""
    return [
        train_test_split(y, test_size=0.2, stratify=stratify, rng=rng)[1].sum()
        for _ in range(500)
    ]


rng = np.random.default_rng(2)
plain, stratified = positives(None, rng), positives(y, rng)
print("그냥 섞기:", min(plain), "~", max(plain), np.bincount(plain))
print("층화 추출:", min(stratified), "~", max(stratified))

use_korean_font()
fig, ax = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
ax.bar(np.arange(12), np.bincount(plain, minlength=12), label="그냥 섞기")
ax.axvline(4, color="C1", linestyle="--", label="층화 추출 500번 모두")
ax.set(xlabel="테스트에 든 양성의 수", ylabel="나눈 횟수", xticks=range(12))
ax.legend()
plt.show()
