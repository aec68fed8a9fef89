import matplotlib.pyplot as plt
import numpy as np

from lessons.datasets import load_diabetes
from lessons.dl.features import StandardScaler
from lessons.dl.ridge import Lasso, Ridge
from lessons.plotting import use_korean_font

X, y = load_diabetes(scaled=False)
Z = StandardScaler().fit_transform(X)

use_korean_font()
fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.6), sharey=True, layout="constrained")
families = {
    "릿지": (Ridge, np.geomspace(1e-1, 1e5, 31)),
    "라쏘": (Lasso, np.geomspace(1e-1, 1e2, 31)),
}
for ax, (name, (make, alphas)) in zip(axes, families.items(), strict=True):
    weights = np.array([make(alpha).fit(Z, y).coef_ for alpha in alphas])
    for j, w in enumerate(weights.T):
        ax.semilogx(alphas, w, color=f"C{j % 6}", linestyle="-" if j < 6 else "--")
    ax.set(title=name, xlabel="벌의 세기 α")
    alive = [int(np.count_nonzero(w)) for w in weights[::6]]
    print(f"{name}: 0이 아닌 가중치의 수 {alive}")
axes[0].set_ylabel("가중치")
plt.show()
