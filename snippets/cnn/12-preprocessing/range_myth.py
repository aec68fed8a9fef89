import numpy as np

from lessons.artifacts import load

kept = load("cnn/sign_skew")
names = kept["names"].tobytes().decode().split("\n")
accuracy = dict(zip(names, kept["scores"].mean(axis=0).astype(float), strict=True))
for name in ("학습 때와 같게", "표준화를 빠뜨림", "255로 두 번 나눔"):
    print(f"{name}: 정확도 {accuracy[name]:.2f}")

dark = np.linspace(0, 0.3, 5)
print("255로 나눈 어두운 사진:", dark, "평균", dark.mean().round(2))
