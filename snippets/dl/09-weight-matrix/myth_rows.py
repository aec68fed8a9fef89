import numpy as np

from lessons.dl.layers import Linear

rng = np.random.default_rng(0)
layer = Linear(784, 10, rng=rng)
X = rng.normal(size=(6000, 784))
first = layer.forward(X[:1])

for N in (1, 60, 6000):
    Z = layer.forward(X[:N])
    layer.backward(np.ones_like(Z))
    learned = layer.W.size + layer.b.size
    print(f"샘플 {N}: Z {Z.size:,}칸, 매개변수 {learned:,}개, dW {layer.dW.shape}")
    print("    첫 행이 그대로인가:", np.allclose(Z[0], first[0]))
