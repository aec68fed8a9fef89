import numpy as np
import torch
import torch.nn.functional as F
from torch.optim import lr_scheduler

from lessons.datasets import load_digits
from lessons.dl.cross_entropy import CrossEntropyLoss
from lessons.dl.mlp import MLP
from lessons.dl.mlp_torch import as_torch
from lessons.dl.optimizers import AdamW
from lessons.dl.schedules import CosineAnnealingLR, LinearLR, SequentialLR
from lessons.dl.train_test_split import train_test_split

torch.set_num_threads(1)  # 작은 행렬은 나누어 셈하는 품이 더 든다
EPOCHS, BATCH = 20, 32
split = np.random.default_rng(0)
X, y = load_digits()
X_rest, X_test, y_rest, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=split
)
X_train, _, y_train, _ = train_test_split(
    X_rest, y_rest, test_size=0.2, stratify=y_rest, rng=split
)
rng = np.random.default_rng(0)
model = MLP((64, 128, 64, 10), rng=rng)
twin = as_torch(model)

loss_function = CrossEntropyLoss(label_smoothing=0.1)
adamw = AdamW(model.parameters(), lr=0.032)
schedule = SequentialLR(
    adamw,
    [LinearLR(adamw, 0.2, total_iters=2), CosineAnnealingLR(adamw, T_max=EPOCHS - 2)],
    milestones=[2],
)
twin_adamw = torch.optim.AdamW(twin.parameters(), lr=0.032)
twin_schedule = lr_scheduler.SequentialLR(
    twin_adamw,
    [
        lr_scheduler.LinearLR(twin_adamw, 0.2, total_iters=2),
        lr_scheduler.CosineAnnealingLR(twin_adamw, T_max=EPOCHS - 2),
    ],
    milestones=[2],
)

for epoch in range(1, EPOCHS + 1):
    for batch in np.array_split(rng.permutation(len(X_train)), len(X_train) // BATCH):
        adamw.zero_grad()
        loss = loss_function(model(X_train[batch]), y_train[batch])
        loss.backward()
        adamw.step()

        twin_adamw.zero_grad()
        logits = twin(torch.from_numpy(X_train[batch]))
        target = torch.from_numpy(y_train[batch])
        twin_loss = F.cross_entropy(logits, target, label_smoothing=0.1)
        twin_loss.backward()
        twin_adamw.step()
    schedule.step()
    twin_schedule.step()
    if epoch in (1, 5, 20):
        print(f"{epoch}에폭: 손실의 차이 {abs(loss.item() - twin_loss.item()):.7f}")

pairs = zip(model.parameters(), twin.parameters(), strict=True)
difference = max(abs(p.data - q.detach().numpy().T).max() for p, q in pairs)
print(f"가중치를 고친 횟수: {EPOCHS * (len(X_train) // BATCH)}")
print(f"가중치의 가장 큰 차이: {difference:.6f}")
y_hat = model(X_test).data.argmax(axis=1)
twin_y_hat = twin(torch.from_numpy(X_test)).argmax(dim=1).numpy()
print(f"정확도: 우리 {(y_hat == y_test).mean():.3f}", end=", ")
print(f"PyTorch {(twin_y_hat == y_test).mean():.3f}")
print("모든 예측이 같다:", np.array_equal(y_hat, twin_y_hat))
