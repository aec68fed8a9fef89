from lessons.dl.gradient_descent import gradient_descent

path = gradient_descent(lambda x: 2 * x, 4.0, lr=0.25, steps=3)
for t, x in enumerate(path):
    print(f"{t}걸음: x = {x:.1f}, f(x) = {x * x:.2f}")
