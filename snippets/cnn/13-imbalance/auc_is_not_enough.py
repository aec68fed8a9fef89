import numpy as np

from lessons.cnn.imbalance.ranking import average_precision_score, roc_auc_score

table = []
for seed in range(10):
    rng = np.random.default_rng(seed)
    y = np.repeat([0, 1], [20000, 200])
    noise = rng.normal(size=len(y))
    even = noise + 2 * y  # 모든 양성을 조금씩 앞으로
    sure = noise + 9 * y * (rng.random(len(y)) < 0.6)  # 열에 여섯만 맨 앞으로
    caught = [y[np.argsort(-s)[:200]].sum() for s in (even, sure)]
    scores = [
        (roc_auc_score(y, s), average_precision_score(y, s)) for s in (even, sure)
    ]
    table.append(np.column_stack([scores, caught]))
mean = np.mean(table, axis=0)
for name, (auc, ap, caught) in zip(("모델 가", "모델 나"), mean, strict=True):
    print(
        f"{name}: ROC-AUC {auc:.2f}, AP {ap:.2f}, 앞의 200개에 든 양성 {caught:.0f}개"
    )
won = sum(t[1, 0] < t[0, 0] and t[1, 1] > t[0, 1] for t in table)
print(f"ROC-AUC는 가가 높은데 AP는 나가 높은 씨앗: {won} / 10")
