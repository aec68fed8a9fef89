import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.cnn.overfitting.bias_variance import mean_interval
from lessons.plotting import use_korean_font

use_korean_font()
NAMES = "배치 정규화, 가중치 감쇠, 드롭아웃, L1, 조기 종료, 사진 두 배, 앙상블"
figure, axes = plt.subplots(
    1, 2, figsize=(8, 3.2), layout="constrained", sharex=True, sharey=True
)
kept = load("cnn/overfit_ablation")
for ax, title, wrong in (
    (axes[0], "정답 30%가 틀렸을 때", 0.3),
    (axes[1], "정답이 모두 참일 때", 0),
):
    test = kept[f"wrong_{wrong}"][:, :, 1].astype(float)
    gains = np.array([mean_interval(row - test[0]) for row in test[1:]])
    places = np.arange(len(gains))
    ax.axvline(0, color="0.6", lw=1)
    ax.errorbar(gains[:, 0], places, xerr=gains[:, 1], fmt="o", capsize=3)
    ax.set(title=title, xlabel="테스트 정확도의 차이")
axes[0].set_yticks(places, NAMES.split(", "))
axes[0].invert_yaxis()
plt.show()
