import numpy as np

from lessons.clinic.patient import digit_net, digit_rows, train
from lessons.dl.optimizers import SGD

X, y, X_valid, y_valid = digit_rows()
print("입력    퍼진 정도  처음 손실  90%를 맞혔는가")
for name, times in (("÷ 16", 1), ("그대로", 16), ("÷ 16000", 1e-3)):
    rng = np.random.default_rng(0)
    model = digit_net(rng=rng)
    losses = train(model, X * times, y, SGD(model.parameters(), 0.1), 400, rng=rng)
    right = np.mean(model(X_valid * times).data.argmax(axis=1) == y_valid)
    print(f"{name:8}{(X * times).std():8.4f}{losses[0]:11.2f}   {right > 0.9}")
