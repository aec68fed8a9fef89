# 허용 오차: 0.1
import numpy as np
import torch
from torch.nn.functional import cross_entropy

from lessons.artifacts import save
from lessons.cnn.classification.grad_cam import pointing_game
from lessons.cnn.classification.grad_cam_torch import explain
from lessons.cnn.classification.shapes import lone_shapes
from lessons.cnn.classification.shapes_torch import shape_net
from lessons.cnn.classification.shortcut import stamp
from lessons.scenes import to_input

torch.set_num_threads(1)
TRIANGLE, EPOCHS, RATES = 2, 8, (0.001, 0.01, 0.1)


def tensor(images):
    return torch.tensor(to_input(images), dtype=torch.float32)


def anywhere(images, rng):
    """클래스를 가리지 않고 절반의 그림에, 아무 자리에나 찍는다."""
    marked = [
        stamp(image[None], [rng.random() < 0.5], rng.integers(0, 58, size=2))
        for image in images
    ]
    return np.concatenate(marked)


def learn(X, y, rate, seed):
    torch.manual_seed(seed)
    model, generator = shape_net(), torch.Generator().manual_seed(seed)
    optimizer = torch.optim.AdamW(model.parameters(), rate)
    steps = EPOCHS * -(-len(X) // 32)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(X), generator=generator).split(32):
            optimizer.zero_grad()
            cross_entropy(model(X[batch]), y[batch]).backward()
            optimizer.step()
            schedule.step()
    return model.eval()


def judge(model, images, y, boxes):
    """정확도, 세모의 재현율, 물체를 가리킨 비율, 세모에서 표시를 가리킨 비율"""
    cam, z = explain(model, model[0], tensor(images))
    right, three = z.argmax(1).numpy() == y, y == TRIANGLE
    hits = pointing_game(cam, boxes, (64, 64), 2)
    mark = pointing_game(cam, np.tile([3, 3, 9, 9], (len(y), 1)), (64, 64), 12)
    return right.mean(), right[three].mean(), hits.mean(), mark[three].mean()


images, y, _ = lone_shapes(800, rng=np.random.default_rng(100))
X, labels = tensor(images), torch.tensor(y)
seen, y_seen, _ = lone_shapes(300, rng=np.random.default_rng(400))  # 검증
scores = {}
for rate in RATES:
    models = [learn(X, labels, rate, seed) for seed in (7, 8, 9)]
    with torch.inference_mode():
        answers = [model(tensor(seen)).argmax(1).numpy() for model in models]
    scores[rate] = np.mean(np.array(answers) == y_seen)
told = [f"{rate:g}에서 {score:.2f}" for rate, score in scores.items()]
print("검증 정확도(씨앗 셋의 평균)", ", ".join(told))
best = max(scores, key=scores.get)

new, y_new, boxes = lone_shapes(300, rng=np.random.default_rng(201))  # 테스트
TRAIN = {
    "표시 없이": images,
    "세모에만 찍고": stamp(images, y == TRIANGLE),
    "아무 데나 찍고": anywhere(images, np.random.default_rng(300)),
}
TEST = {
    "표시 없음": new,
    "세모에만": stamp(new, y_new == TRIANGLE),
    "모두에": stamp(new, y_new >= 0),
}
kept = []
for name, taught in TRAIN.items():
    models = [learn(tensor(taught), labels, best, seed) for seed in range(3)]
    print(f"{name} 배운 모델")
    for place, shown in TEST.items():
        runs = np.array([judge(model, shown, y_new, boxes) for model in models])
        kept.append(runs)
        accuracy, recall, hit, mark = runs.mean(axis=0)
        worst = runs.min(axis=0)
        print(f"  {place}: 정확도 {accuracy:.2f} (최악 {worst[0]:.2f})", end=", ")
        print(f"세모의 재현율 {recall:.2f}")
        print(f"    가리킨 곳: 물체 {hit:.2f} (최악 {worst[2]:.2f})", end=", ")
        print(f"세모에서 표시 {mark:.2f}")
    state = {k: v.numpy() for k, v in models[0].state_dict().items()}
    if name in ("표시 없이", "세모에만 찍고"):
        title = "cnn/shapes" if name == "표시 없이" else "cnn/shapes_shortcut"
        save(title, dtype="float32", **state)
save("cnn/shapes_run", runs=np.array(kept))
