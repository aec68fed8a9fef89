# 허용 오차: 0.01
from lessons.artifacts import load

names = (
    "그대로",
    "클래스 가중치",
    "오버샘플링",
    "언더샘플링",
    "SMOTE",
    "초점 손실 γ=2",
)
table = load("cnn/imbalance_contest")["table"][[0, 1, 2, 3, 4, 6]]
print("AP (최악)    0.5의 F1 (최악)  고른 임곗값의 F1 (최악)")
for name, rows in zip(names, table, strict=True):
    mean, worst = rows.mean(axis=0), rows.min(axis=0)
    cells = "  ".join(f"{mean[i]:.2f} ({worst[i]:.2f})" for i in range(3))
    print(f"{cells}  {name}")
