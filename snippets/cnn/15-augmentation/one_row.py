# 허용 오차: 0.03
from lessons.artifacts import load

kept = load("cnn/few_labels")
for i, name in enumerate(("그대로", "아핀", "좌우 뒤집기")):
    print(f"{name}: {kept[f'recall_{i}'].mean():.2f}")
