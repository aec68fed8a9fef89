# 허용 오차: 0.05
import numpy as np

from lessons import nn
from lessons.cnn.overfitting.small_fashion import fashion_split, learn, small_net
from lessons.cnn.training import train_epoch
from lessons.dl.optimizers import AdamW

rng = np.random.default_rng(0)
X, y, X_valid, y_valid = fashion_split(2000, rng=rng)
model = small_net(dropout=0.6, rng=rng)
optimizer = AdamW(model.parameters(), 2e-3)
learn(model, X, y, optimizer, epochs=19, rng=rng)
noted = train_epoch(model, X, y, optimizer, 100, rng=rng)
model.eval()
loss = nn.functional.cross_entropy
print(f"배우며 적은 훈련 손실 {noted:.2f}")
print(f"검증 손실 {loss(model(X_valid), y_valid).item():.2f}")
print(f"eval()로 다시 잰 훈련 손실 {loss(model(X), y).item():.2f}")
