import numpy as np

# 네 샘플의 정답 클래스에 매긴 확률
models = {"가": np.array([0.6, 0.6, 0.6, 0.4]), "나": np.array([0.9, 0.9, 0.9, 0.001])}
for name, p in models.items():
    print(f"{name}: 맞힌 수 {(p > 0.5).sum()}, 확률의 평균 {p.mean():.3f}")
    print(f"   모두 맞을 확률 {p.prod():.4f}, −log의 평균 {-np.log(p).mean():.3f}")
