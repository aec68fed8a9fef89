from lessons.dl.value import Value

x = Value(3)
z = x * x
L = 2 * z
for times in (1, 2):
    L.backward()
    print(f"{times}번째: x.grad = {x.grad:.0f}, z.grad = {z.grad:.0f}")

x.grad = None
L.backward()
print(f"비우고 다시: x.grad = {x.grad:.0f}")
