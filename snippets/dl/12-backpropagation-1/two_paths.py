from lessons.dl.value import Value

a, b = Value(3), Value(-1)
s = a + b
L = s * a
L.backward()
print(f"L = {L.data:.0f}, a의 기울기 {a.grad:.0f}, b의 기울기 {b.grad:.0f}")
print("a를 0.01 늘리면:", round((3.01 - 1) * 3.01 - 6, 4))
