from lessons.dl.gradient_descent import gradient_descent

path = gradient_descent(lambda x: 2 * x, 4.0, lr=1.05, steps=30)
print(f"30걸음 뒤 x = {path[-1]:.1f}")

gradient_descent(lambda x: 2 * x, 4.0, lr=1.05, steps=10_000)
