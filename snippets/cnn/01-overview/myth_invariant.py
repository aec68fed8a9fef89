from lessons.artifacts import load

# 허용 오차: 0.04
moved = load("cnn/overview_fashion")["moved"].mean(axis=0)
print("오른쪽으로 옮긴 칸:  0     1     2     3     4")
for name, row in zip(("MLP", "CNN"), moved, strict=True):
    print(f"{name} 테스트 정확도:", "  ".join(f"{a:.2f}" for a in row))
