import numpy as np

from lessons.dl.features import PolynomialFeatures, StandardScaler
from lessons.dl.linear_regression_gd import condition_number
from lessons.dl.polynomial import legendre_features

print(PolynomialFeatures(2).fit_transform([[2, 3]]))
print(PolynomialFeatures(2).fit([[2, 3]]).powers_.tolist())
for D in (2, 10, 100):
    made = PolynomialFeatures(2).fit(np.ones((1, D))).powers_
    print(f"특성 {D}개의 2차: {len(made)}개")

x = np.linspace(-1, 1, 200)
for degree in (1, 3, 5, 9):
    powers = PolynomialFeatures(degree, include_bias=False).fit_transform(x[:, None])
    standard = condition_number(StandardScaler().fit_transform(powers))
    legendre = condition_number(legendre_features(x, degree)[:, 1:])
    print(f"{degree}차의 κ: 표준화한 거듭제곱 {standard:.3g}, 르장드르 {legendre:.3g}")
