import numpy as np

from lessons.dl.ridge import Lasso, Ridge

Z = np.array([[-1.0, -1], [-1, 1], [1, -1], [1, 1]])
y = np.array([19.0, 23, 27, 35])

for alpha in (0, 4, 12, 36):
    model = Ridge(alpha).fit(Z, y)
    print(
        f"릿지 α = {alpha:2d}: w = {model.coef_.round(3)}, b = {model.intercept_:.0f}"
    )
for alpha in (0, 1, 3, 4, 5):
    model = Lasso(alpha).fit(Z, y)
    w = model.coef_.round(3) + 0
    print(f"라쏘 α = {alpha:2d}: w = {w}, b = {model.intercept_:.0f}")
