# 허용 오차: 0.15
from lessons.artifacts import load

kept = load("cnn/depth_digits")  # 학습률, 그다음 씨앗마다 학습, 검증, 테스트 정확도
names = {"default": "기본 초깃값", "he": "He 초깃값  ", "norm": "배치 정규화"}
for part, title in (2, "테스트"), (0, "학습 데이터"):
    print(f"{title}: 2층, 8층, 16층")
    for arm, name in names.items():
        runs = [kept[f"{arm}_{depth}"][1:].reshape(3, 3) for depth in (2, 8, 16)]
        print(name, *(f"{run[:, part].mean():.2f}" for run in runs), sep="  ")
