x, v, lr, mu = 8.0, 0.0, 0.25, 0.5
for _ in range(4):
    g = 2 * x  # x²의 기울기
    v = mu * v + g
    x = x - lr * v
    print(x)
