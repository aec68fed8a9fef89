from lessons.dl.optimizers import SGD, Parameter

for momentum in (0, 0.5):
    x = Parameter(8.0)
    optimizer = SGD([x], lr=0.25, momentum=momentum)
    path = [float(x.data)]
    for _ in range(4):
        x.grad = 2 * x.data
        optimizer.step()
        path.append(float(x.data))
    print(f"모멘텀 {momentum}:", path)
