from lessons.dl.optimizers import SGD, Parameter

plans = {"모멘텀 없음": {}, "모멘텀 0.5": {"momentum": 0.5}}
plans["네스테로프 0.5"] = {"momentum": 0.5, "nesterov": True}
for name, options in plans.items():
    x = Parameter(8.0)
    optimizer = SGD([x], lr=0.25, **options)
    path = [float(x.data)]
    for _ in range(4):
        x.grad = 2 * x.data
        optimizer.step()
        path.append(float(x.data))
    print(f"{name}:", path)
