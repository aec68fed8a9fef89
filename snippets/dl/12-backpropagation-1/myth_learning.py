from lessons.dl.value import Value


def loss(w):
    return (w * 2 + 1 - 2) ** 2


w = Value(3)
print(f"처음: w = {w.data:.2f}, 손실 {loss(w).data:.2f}")
for _ in range(3):
    w.grad = None
    loss(w).backward()
print(f"역전파 3번: w = {w.data:.2f}, 손실 {loss(w).data:.2f}")

for rule, step in (("내려가기", -0.1), ("올라가기", 0.1)):
    w = Value(3)
    for _ in range(3):
        w.grad = None
        loss(w).backward()
        w.data += step * w.grad
    print(f"{rule} 3걸음: w = {w.data:.2f}, 손실 {loss(w).data:.2f}")
