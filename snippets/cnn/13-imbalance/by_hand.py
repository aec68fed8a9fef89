from lessons.cnn.imbalance.ranking import (
    average_precision_score,
    confusion_matrix_at_thresholds,
    roc_auc_score,
)

y = [1, 0, 1, 0, 0, 0, 1, 0, 0, 0]
score = [9, 8, 7, 6, 6, 5, 4, 3, 2, 1]
tn, fp, fn, tp, thresholds = confusion_matrix_at_thresholds(y, score)
print("임곗값  tp fp  거짓 양성률  재현율  정밀도")
for t, hit, false in zip(thresholds, tp, fp, strict=True):
    print(
        f"{t:>5.0f}   {hit:>3.0f}{false:>3.0f}  {false / 7:>8.2f}  "
        f"{hit / 3:>8.2f}  {hit / (hit + false):>6.2f}"
    )
print(f"ROC-AUC {roc_auc_score(y, score):.4f}, 16/21 = {16 / 21:.4f}")
print(f"AP {average_precision_score(y, score):.4f}")
