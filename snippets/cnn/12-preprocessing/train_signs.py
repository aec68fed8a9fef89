# 허용 오차: 0.03
import numpy as np
import torch
from torch import nn

from lessons.artifacts import save
from lessons.cnn.filters.correlation import to_gray
from lessons.cnn.preprocessing.compose import (
    CenterCrop,
    Compose,
    Normalize,
    Resize,
    ToFloat,
)
from lessons.cnn.preprocessing.normalize import channel_statistics
from lessons.cnn.preprocessing.orientation import orient
from lessons.cnn.preprocessing.signs import make_signs
from lessons.cnn.preprocessing.signs_torch import sign_net

torch.set_num_threads(1)
EPOCHS, LR, SEEDS = 9, 0.01, 3
X, y = make_signs(3000, rng=np.random.default_rng(0))
X_test, y_test = make_signs(900, rng=np.random.default_rng(1))


def through(compose, images, before=lambda image: image):
    return np.stack([compose(before(image)) for image in images])


small = Compose([Resize(32), ToFloat()])
norm = Normalize(*channel_statistics(through(small, X)))  # 학습 데이터만 본다
right = Compose([*small.transforms, norm])


def train(seed):
    torch.manual_seed(seed)
    model = sign_net()
    inputs, targets = torch.tensor(through(right, X)).float(), torch.tensor(y)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(inputs)).split(50):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(inputs[batch]), targets[batch]).backward()
            optimizer.step()
        schedule.step()
    return model


def grey(image):
    return np.repeat(to_gray(image)[..., None], 3, axis=2)


def chain(*steps):
    return through(Compose(list(steps)), X_test)


seen = through(small, X_test)
own = seen.mean(axis=(2, 3), keepdims=True), seen.std(axis=(2, 3), keepdims=True)
imagenet = Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
mixed = seen.transpose(0, 2, 3, 1).reshape(seen.shape)
served = {
    "학습 때와 같게": through(right, X_test),
    "BGR로 읽음": through(right, X_test, lambda image: image[..., ::-1]),
    "회색으로 읽음": through(right, X_test, grey),
    "방향 6을 무시(누움)": through(right, X_test, lambda image: orient(image, 8)),
    "방향 3을 무시(거꾸로)": through(right, X_test, lambda image: orient(image, 3)),
    "reshape로 채널을 옮김": np.stack([norm(x) for x in mixed]),
    "가운데 72칸만 자름": chain(CenterCrop(72), *right.transforms),
    "antialias를 끔": chain(Resize(32, antialias=False), ToFloat(), norm),
    "nearest로 줄임": chain(Resize(32, "nearest"), ToFloat(), norm),
    "255로 나누지 않음": chain(Resize(32), ToFloat(1), norm),
    "255로 두 번 나눔": chain(Resize(32), ToFloat(255**2), norm),
    "표준화를 빠뜨림": seen,
    "표준화를 두 번": chain(*right.transforms, norm),
    "ImageNet의 통계": chain(*small.transforms, imagenet),
    "테스트의 통계": chain(*small.transforms, Normalize(*channel_statistics(seen))),
    "사진마다의 통계": (seen - own[0]) / own[1],
}
scores = np.zeros((SEEDS, len(served)))
for seed in range(SEEDS):
    model = train(seed)
    if seed == 0:
        save("cnn/sign_net", **{k: v.numpy() for k, v in model.state_dict().items()})
    with torch.no_grad():
        for at, inputs in enumerate(served.values()):
            answers = model(torch.tensor(inputs).float()).argmax(1).numpy()
            scores[seed, at] = np.mean(answers == y_test)

print(f"표지판 테스트 정확도 {scores[:, 0].mean():.2f} (최악 {scores[:, 0].min():.2f})")
names = np.frombuffer("\n".join(served).encode(), dtype=np.uint8)
text = np.frombuffer(right.to_json().encode(), dtype=np.uint8)
save("cnn/sign_skew", scores=scores, pipeline=text, names=names)
