import numpy as np

from lessons.cnn.imbalance.logistic import LogisticRegression
from lessons.cnn.imbalance.rare import two_clouds
from lessons.cnn.imbalance.sampling import RandomOverSampler
from lessons.cnn.imbalance.smote import SMOTE

rng = np.random.default_rng(0)
X, y = two_clouds(3000, 30, rng=rng)
more, kinds = RandomOverSampler(rng=rng).fit_resample(X, y)
print("늘린 뒤의 양성", (kinds == 1).sum(), "개, 서로 다른 것은", end=" ")
print(len(np.unique(more[kinds == 1], axis=0)), "개")

times = np.where(y == 1, 100, 1)  # 꼭 백 번씩 되풀이한 것과 무게 100
copied = LogisticRegression().fit(np.repeat(X, times, axis=0), np.repeat(y, times))
weighted = LogisticRegression().fit(X, y, sample_weight=times)
gap = np.abs(copied.coef_ - weighted.coef_).max()
print("백 번 베낀 모델과 무게 100인 모델이 같은가:", gap < 1e-8)

P = rng.normal(size=(8, 20))  # 20차원에 양성 여덟
y = np.repeat([0, 1], [400, 8])
X = np.concatenate([rng.normal(size=(400, 20)), P])
made, _ = SMOTE(rng=rng).fit_resample(X, y)
new = made[len(X) :]
for name, A in (("원래의 8개", P), ("SMOTE의 392개", new)):
    wide = np.linalg.matrix_rank(A - P.mean(axis=0))
    spread = ((A - P.mean(axis=0)) ** 2).sum(axis=1).mean()
    print(f"{name}: 펼쳐진 차원 {wide}, 중심에서의 평균 제곱 거리 {spread:.1f}")
