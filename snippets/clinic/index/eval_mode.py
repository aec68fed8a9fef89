# 허용 오차: 0.01
import numpy as np

from lessons import nn
from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.cnn.overfitting.dropout import Dropout
from lessons.dl.optimizers import SGD

X, y, X_valid, y_valid = digit_rows()
rng = np.random.default_rng(0)
body = digit_net(rng=rng)
model = nn.Sequential(body[:4], Dropout(0.5, rng=rng), body[4])
train(model, X, y, SGD(model.parameters(), 0.1), 600, rng=rng)

for mode in (model.train, model.eval):
    mode()
    first, second = model(X_valid).data, model(X_valid).data
    right = np.mean(first.argmax(axis=1) == y_valid)
    same = np.array_equal(first, second)
    print(f"{mode.__name__}(): 두 답이 같은가 {same}, 검증 정확도 {right:.2f}")
