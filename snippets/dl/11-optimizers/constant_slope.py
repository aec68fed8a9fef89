import numpy as np

from lessons.dl.optimizers import SGD, Adagrad, Adam, Parameter, RMSprop

walkers = {
    "SGD": (SGD, {}),
    "모멘텀": (SGD, {"momentum": 0.9}),
    "AdaGrad": (Adagrad, {}),
    "RMSProp": (RMSprop, {}),
    "Adam": (Adam, {}),
}
for slope in (1.0, 0.01):
    print(f"비탈이 늘 {slope}일 때 1, 10, 100, 1000번째 걸음의 길이")
    for name, (make, options) in walkers.items():
        w = Parameter(0.0, np.array(slope))
        optimizer = make([w], lr=0.1, **options)
        lengths = []
        for _ in range(1000):
            before = w.data.copy()
            optimizer.step()
            lengths.append(before - w.data)
        print("   ", *[f"{lengths[t - 1]:.4f}" for t in (1, 10, 100, 1000)], name)
