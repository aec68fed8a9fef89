import numpy as np

y = np.array([1, 0, 1, 0, 0, 0, 1, 0, 0, 0])
score = np.array([9, 8, 7, 6, 6, 5, 4, 3, 2, 1])  # 큰 것부터
last = np.flatnonzero(np.diff(score, append=0))  # 동점은 함께 넘는다
tp, fp = np.cumsum(y)[last], np.cumsum(1 - y)[last]
fpr, recall, precision = fp / fp[-1], tp / tp[-1], tp / (tp + fp)
print("임곗값  tp fp  거짓 양성률  재현율  정밀도")
for t, *row in zip(score[last], tp, fp, fpr, recall, precision, strict=True):
    print(f"{t:>5}   {row[0]:>3}{row[1]:>3}", end="")
    print(f"  {row[2]:>8.2f}  {row[3]:>8.2f}  {row[4]:>6.2f}")
auc = np.trapezoid(np.append(0, recall), np.append(0, fpr))
print(f"ROC-AUC {auc:.4f}, 16/21 = {16 / 21:.4f}")  # 식 (13.3)
print(f"AP {np.sum(np.diff(recall, prepend=0) * precision):.4f}")  # 식 (13.4)
