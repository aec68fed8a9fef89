from lessons.cnn.classification.metrics import precision_recall_fscore_support

# 열 장 가운데 한 장이 새인데 모두 개라고 답했다
y_true, y_pred = ["개"] * 9 + ["새"], ["개"] * 10
for value in (0.0, 1.0, float("nan")):
    p, r, f, _ = precision_recall_fscore_support(y_true, y_pred, zero_division=value)
    macro = precision_recall_fscore_support(
        y_true, y_pred, average="macro", zero_division=value
    )
    print(f"새의 정밀도 {p[1]}, 재현율 {r[1]}, F1 {f[1]}. 정밀도의 평균 {macro[0]:.2f}")
