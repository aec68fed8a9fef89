import numpy as np

m = v = np.zeros(2)
lr, beta1, beta2, eps = 0.1, 0.9, 0.999, 1e-8
for t in range(1, 5):
    g = np.array([1000.0, 0.001]) * (1 if t < 4 else -1)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    print(t, (-lr * m_hat / (np.sqrt(v_hat) + eps)).round(4))
