x, lr = 4.0, 0.25
for t in range(4):
    print(f"{t}걸음: x = {x:.1f}, f(x) = {x * x:.2f}")
    x = x - lr * 2 * x  # x²의 기울기는 2x
