from lessons.dl.value import Value

x, w, b, y = Value(2), Value(3), Value(1), Value(2)
u = w * x
z = u + b
r = z - y
L = r * r
L.backward()

print("이름    값  기울기")
names = {"x": x, "w": w, "b": b, "y": y, "u": u, "z": z, "r": r, "L": L}
for name, value in names.items():
    print(f"{name}    {value.data:4.0f}  {value.grad:6.0f}")

print(f"w를 0.01 늘리면 L은 {L.data:.0f}에서 {(3.01 * 2 + 1 - 2) ** 2:.4f}")
