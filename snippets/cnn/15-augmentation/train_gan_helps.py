# 허용 오차: 0.04
import numpy as np
import torch

from lessons.artifacts import save
from lessons.cnn.augmentation.compose import Affine, Compose
from lessons.cnn.augmentation.few_labels_torch import few, fit, predict_proba
from lessons.cnn.augmentation.gan_torch import draw, train_gan
from lessons.cnn.lenet_torch import small_lenet
from lessons.datasets import load_digits

X, y = load_digits()
X = X.reshape(-1, 1, 8, 8) / 16
apart = np.random.default_rng(99).permutation(len(y))  # train_few_labels와 같다
test = apart[:700]
asked = np.repeat(np.arange(10), 100)
# 세기 0.06은 train_few_labels가 골랐다
flow = Compose([Affine(p=1, scale=0.06, translate_percent=0.06, rotate=7.2)])
table = {}
for seed in range(3):
    rng = np.random.default_rng(seed)
    pool = rng.permutation(apart[700:])[300:]
    rows = pool[few(y[pool], 10, rng=rng)]
    torch.manual_seed(seed)
    start = torch.Generator().manual_seed(seed)
    G = train_gan(X[rows], y[rows], steps=700, width=32, generator=start)
    fake = draw(G, asked, generator=start)
    copies = np.repeat(rows, 10)
    both = np.concatenate([X[copies], fake]), np.concatenate([y[copies], asked])
    for name, (A, b), epochs, transform in (
        ("진짜 100장", (X[rows], y[rows]), 100, None),
        ("GAN이 그린 1,000장", (fake, asked), 10, None),
        ("둘을 반씩", both, 5, None),
        ("진짜 100장과 아핀", (X[rows], y[rows]), 100, flow),
    ):
        torch.manual_seed(seed)
        rng = np.random.default_rng(seed)
        model = fit(small_lenet(), A, b, epochs=epochs, transform=transform, rng=rng)
        said = predict_proba(model, X[test]).argmax(axis=1)
        table.setdefault(name, []).append((said == y[test]).mean())
save("cnn/gan_helps", table=np.array(list(table.values())))
print("400걸음씩 배운 분류기의 테스트 정확도: 평균 (최악)")
for name, right in table.items():
    print(f"{name}: {np.mean(right):.2f} ({np.min(right):.2f})")
