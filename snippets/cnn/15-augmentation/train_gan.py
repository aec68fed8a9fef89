# 허용 오차: 0.1
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.augmentation.few_labels_torch import fit, predict_proba
from lessons.cnn.augmentation.gan_torch import covered, draw, spread, train_gan
from lessons.cnn.lenet_torch import small_lenet
from lessons.datasets import load_digits

X, y = load_digits()
X = X.reshape(-1, 1, 8, 8) / 16
asked = np.repeat(np.arange(10), 50)
table, pictures = {}, None
for seed in range(3):
    order = np.random.default_rng(seed).permutation(len(y))
    train, test = order[700:], order[:700]
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    judge = fit(small_lenet(), X[train], y[train], epochs=30, rng=rng)
    said = predict_proba(judge, X[test]).argmax(axis=1)
    row = (said == y[test]).mean(), 1.0, covered(X[test][:500], X[train]) / 500
    table.setdefault("진짜 500장", []).append(row)
    for steps in (100, 300, 1000):
        torch.manual_seed(seed)
        start = torch.Generator().manual_seed(seed)
        G = train_gan(X[train], y[train], steps=steps, width=32, generator=start)
        fake = draw(G, asked, generator=start)
        said = predict_proba(judge, fake).argmax(axis=1)
        ratio = spread(fake, asked).mean() / spread(X[train], y[train]).mean()
        row = (said == asked).mean(), ratio, covered(fake, X[train]) / 500
        table.setdefault(f"{steps}걸음", []).append(row)
        if seed == 0:
            few = draw(G, np.repeat(np.arange(10), 4), generator=start)
            pictures = [few] if pictures is None else [*pictures, few]
save("cnn/digit_gan", dtype="float16", fake=np.stack(pictures))
print("시킨 숫자로 읽히는 몫, 퍼진 정도의 비, 이웃이 된 진짜의 몫: 평균 (최악)")
for name, rows in table.items():
    cells = [
        f"{a:.2f} ({b:.2f})"
        for a, b in zip(np.mean(rows, 0), np.min(rows, 0), strict=True)
    ]
    print(f"{name}: {', '.join(cells)}")
