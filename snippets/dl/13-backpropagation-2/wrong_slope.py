import numpy as np

from lessons.datasets import load_digits
from lessons.dl.mlp import MLP, train
from lessons.dl.optimizers import Adam
from lessons.dl.tensor import Tensor
from lessons.dl.train_test_split import train_test_split

split = np.random.default_rng(0)
X, y = load_digits()
X_rest, X_test, y_rest, y_test = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, rng=split
)
X_train, X_val, y_train, y_val = train_test_split(
    X_rest, y_rest, test_size=0.2, stratify=y_rest, rng=split
)


def relu(x, factor):
    """순전파는 맞고 역전파만 factor배인 ReLU"""
    out = np.maximum(x.data, 0)
    return Tensor.from_op(out, [x], lambda dy: [factor * dy * (x.data > 0)])


def forward(model, X, factor):
    *hidden, (W, b) = model.layers
    for V, c in hidden:
        X = relu(X @ V + c, factor)
    return X @ W + b


for factor in (1, 1.001, 2, 0.1, 0, -1):
    scores = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        model = MLP((64, 128, 64, 10), rng=rng)
        adam = Adam(model.parameters(), lr=0.004)
        losses = train(
            lambda X, m=model, factor=factor: forward(m, X, factor),
            X_train,
            y_train,
            adam,
            epochs=15,
            batch_size=32,
            rng=rng,
        )
        right = (model(X_val).data.argmax(axis=1) == y_val).mean()
        scores.append((losses[-1], right))
    loss, right = np.mean(scores, axis=0)
    print(f"{factor:g}배: 훈련 손실 {loss:.2f}, 검증 정확도 {right:.2f}")
