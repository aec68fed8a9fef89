import numpy as np

from lessons.cnn.classification.metrics import (
    confusion_matrix,
    precision_recall_fscore_support,
)

CLASSES = ["고양이", "개", "새"]
y_true = ["고양이"] * 4 + ["개"] * 3 + ["새"] * 3
y_pred = ["고양이", "고양이", "고양이", "개"]
y_pred += ["개", "개", "고양이"]
y_pred += ["개", "새", "고양이"]

print(confusion_matrix(y_true, y_pred, labels=CLASSES))
scores = precision_recall_fscore_support(y_true, y_pred, labels=CLASSES)
for name, *told in zip(CLASSES, *np.round(scores[:3], 2), scores[3], strict=True):
    print(name, "정밀도 {} 재현율 {} F1 {} 샘플 {}".format(*told))
for average in ("macro", "micro", "weighted"):
    p, r, f, _ = precision_recall_fscore_support(y_true, y_pred, average=average)
    print(f"{average}: {p:.2f} {r:.2f} {f:.2f}")
