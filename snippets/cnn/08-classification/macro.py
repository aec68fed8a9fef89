import numpy as np

M = np.array([[80, 10, 10], [15, 80, 5], [1, 0, 4]])
hit = M.diagonal()
p, r = hit / M.sum(axis=0), hit / M.sum(axis=1)
f = 2 * p * r / (p + r)
print("정밀도", p.round(2), "재현율", r.round(2), "F1", f.round(2))
print(f"정확도 {hit.sum() / M.sum():.2f}, F1의 평균 {f.mean():.2f}")
