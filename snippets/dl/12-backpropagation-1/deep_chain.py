from lessons.dl.value import Value

print("층의 수      tanh        2 × tanh      ReLU")
for depth in (1, 5, 20, 50):
    row = []
    for layer in (
        lambda h: h.tanh(),
        lambda h: (h * 2).tanh(),
        lambda h: h.relu(),
    ):
        x = h = Value(0.5)
        for _ in range(depth):
            h = layer(h)
        h.backward()
        row.append(f"{x.grad:12.6f}")
    print(f"{depth:5}", *row)
