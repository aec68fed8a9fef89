import numpy as np

from lessons.artifacts import load
from lessons.datasets import FASHION_CLASSES, load_fashion_mnist

_, y = load_fashion_mnist(train=False)
answers = load("cnn/lenet_fashion_run")["answers"]
table = np.zeros((10, 10), int)
np.add.at(table, (y, answers), 1)  # 행은 정답, 열은 답

right = table.diagonal()
order = np.argsort(right)
print("가장 못 맞힌 것:", FASHION_CLASSES[order[0]], f"{right[order[0]]}/100")
print("가장 잘 맞힌 것:", FASHION_CLASSES[order[-1]], f"{right[order[-1]]}/100")
np.fill_diagonal(table, 0)
for k in np.argsort(table, axis=None)[::-1][:3]:
    true, said = divmod(k, 10)
    print(f"{FASHION_CLASSES[true]}를 {FASHION_CLASSES[said]}로: {table[true, said]}장")
