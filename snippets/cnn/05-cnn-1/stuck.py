# 허용 오차: 0.01
import numpy as np

from lessons.cnn.lenet import small_lenet
from lessons.cnn.training import predict, train_epoch
from lessons.datasets import load_digits
from lessons.dl.optimizers import SGD

X, y = load_digits()
X = X.reshape(-1, 1, 8, 8) / 16
print(f"아무렇게나 답할 때의 손실 ln 10 = {np.log(10):.2f}")
for lr in 0.1, 1.0:
    rng = np.random.default_rng(0)
    model = small_lenet(rng=rng)
    optimizer = SGD(model.parameters(), lr=lr)
    losses = [train_epoch(model, X, y, optimizer, 32, rng=rng) for _ in range(3)]
    maps, hidden = model[:4](X[:200]).data, model[:9](X[:200]).data
    kinds = len(np.unique(predict(model, X[:200]).argmax(axis=1)))
    print(f"학습률 {lr}: 손실 {losses[-1]:.2f}, 답의 가짓수 {kinds}")
    # 그림 200장 가운데 한 장에서라도 켜진 칸, 그림에 따라 값이 달라지는 유닛
    print(f"  둘째 합성곱에서 켜진 칸 {(maps > 0).any(axis=0).mean():.0%}", end=", ")
    on, moves = (hidden > 0).any(axis=0), np.ptp(hidden, axis=0) > 0
    print(f"은닉층에서 켜진 유닛 {on.mean():.0%}, 달라지는 유닛 {moves.mean():.0%}")
