import numpy as np
import torch

from lessons.cnn.overfitting.dropout import drop, dropout

x = np.random.default_rng(0).normal(2, 1, (200, 500))
torch.manual_seed(0)
theirs = torch.nn.Dropout(0.3)(torch.tensor(x)).numpy()
ours = drop(x, theirs != 0, p=0.3).data
print(f"같은 자리를 껐을 때의 차이: {abs(ours - theirs).max():.0e}")

other = dropout(x, 0.3, rng=np.random.default_rng(1)).data
for name, y in (("torch", theirs), ("여기", other)):
    print(f"{name}: 꺼진 비율 {np.mean(y == 0):.2f}, 평균 {y.mean():.2f}")
