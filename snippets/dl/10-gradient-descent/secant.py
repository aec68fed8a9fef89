def f(x):
    return x * x


for h in (1, 0.1, 0.01, 0.001):
    slope = (f(3 + h) - f(3)) / h
    print(f"h = {h:<5}  기울기 = {slope:.3f}")
