# 허용 오차: 0.03
import numpy as np
import torch
from torch import nn

from lessons.artifacts import save
from lessons.cnn.preprocessing.compose import Compose, Resize, ToFloat
from lessons.cnn.preprocessing.normalize import channel_statistics
from lessons.cnn.preprocessing.signs import make_signs
from lessons.cnn.preprocessing.signs_torch import sign_net

torch.set_num_threads(1)
EPOCHS, RATES = 4, (0.0003, 0.001, 0.003, 0.01, 0.03)
X, y = make_signs(2500, rng=np.random.default_rng(0))
first = Compose([Resize(32), ToFloat()])
X = np.stack([first(image) for image in X])
mean, std = channel_statistics(X[:2000])
X = torch.tensor((X - mean[:, None, None]) / std[:, None, None]).float()
y = torch.tensor(y)
scores = []
for lr in RATES:
    torch.manual_seed(0)
    model = sign_net()
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS)
    for _ in range(EPOCHS):
        for batch in torch.randperm(2000).split(50):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(X[batch]), y[batch]).backward()
            optimizer.step()
        schedule.step()
    with torch.no_grad():
        hits = model(X[2000:]).argmax(1) == y[2000:]
    scores.append(hits.double().mean().item())
    print(f"학습률 {lr:<6} 검증 정확도 {scores[-1]:.2f}")
save("cnn/sign_rate", rates=np.array(RATES), scores=np.array(scores))
