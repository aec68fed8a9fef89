from lessons.dl.tensor import Tensor

x = Tensor([1.0, 2.0, 3.0])
z = x * x
loss = z.sum()
for times in (1, 2):
    loss.backward()
    print(f"{times}번째: x.grad = {x.grad}, z.grad = {z.grad}")

x.grad = None
loss.backward()
print(f"비우고 다시: x.grad = {x.grad}")

total = Tensor(0.0)
for _ in range(10_000):
    total = total + x
x.grad = None
total.sum().backward()
print(f"항이 10,000개인 합: x.grad = {x.grad}")
