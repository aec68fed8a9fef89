import matplotlib.pyplot as plt
import numpy as np

from lessons.artifacts import load
from lessons.cnn.imbalance.ranking import precision_recall_curve, roc_curve
from lessons.plotting import use_korean_font

use_korean_font()
kept = load("cnn/rare_tshirts")
z, y = kept["z"], kept["y"]
p = 1 / (1 + np.exp(-z))
w = np.where(y == 1, 1.0, 100 / 9)  # 100 대 900을 백에 하나로
fig, axes = plt.subplots(1, 3, figsize=(7.2, 2.8), layout="constrained")
bins = np.linspace(-12, 4, 33)
for k, name in ((0, "다른 옷"), (1, "티셔츠")):
    axes[0].hist(z[y == k], bins, weights=w[y == k], alpha=0.6, label=name)
axes[0].axvline(0, color="0.4", linestyle="--")
axes[0].set(yscale="log", xlabel="로짓", ylabel="사진의 수", title="점수")
axes[0].legend(loc="upper right", fontsize=8)
fpr, tpr, t = roc_curve(y, p, sample_weight=w)
precision, recall, u = precision_recall_curve(y, p, sample_weight=w)
axes[1].plot(fpr, tpr)
axes[1].set(xlabel="거짓 양성률", ylabel="재현율", title="ROC")
axes[2].plot(recall, precision, drawstyle="steps-pre")
axes[2].set(xlabel="재현율", ylabel="정밀도", title="정밀도-재현율")
axes[1].plot(fpr[t >= 0.5][-1], tpr[t >= 0.5][-1], "o", color="C3")
axes[2].plot(recall[:-1][u >= 0.5][0], precision[:-1][u >= 0.5][0], "o", color="C3")
plt.show()
