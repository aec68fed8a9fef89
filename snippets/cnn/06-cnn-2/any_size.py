import numpy as np

from lessons.cnn.lenet import lenet5
from lessons.cnn.summary import GlobalPool, Linear, summary
from lessons.cnn.vgg import small_vgg, vgg16

features = vgg16()[:-3]
for name, head in (
    ("완전 연결 셋", vgg16()[-3:]),
    ("전역 평균 풀링", [GlobalPool(), Linear(1000)]),
):
    rows = summary([*features, *head], (3, 224, 224))
    print(f"{name}: 매개변수 {sum(row.parameters for row in rows):,}")

rng = np.random.default_rng(0)
model, lenet = small_vgg([(4,), (8,)], rng=rng), lenet5(rng=rng)
for shape in ((28, 28), (32, 32), (45, 60)):
    x = np.zeros((1, 1, *shape))
    try:
        old = lenet(x).shape
    except ValueError:
        old = "받지 못한다"
    print(f"{shape}: 전역 평균 풀링 {model(x).shape}, LeNet-5 {old}")
