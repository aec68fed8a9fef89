# 허용 오차: 0.01
import numpy as np

from lessons.artifacts import save
from lessons.cnn.tracking.embedding import embedder, identity_crops, with_classifier
from lessons.cnn.training import predict, train_epoch
from lessons.dl.optimizers import Adam
from lessons.dl.schedules import CosineAnnealingLR

EPOCHS = 20
X, y, _ = identity_crops(40, rng=np.random.default_rng(0))
X_valid, y_valid, v_valid = identity_crops(8, rng=np.random.default_rng(1))
X_test, y_test, v_test = identity_crops(8, rng=np.random.default_rng(2))
print(f"조각 {len(X)}개, 물체 {y.max() + 1}개로 학습한다")


def same_or_not(vectors, ids, videos):
    """같은 동영상의 두 조각에서, 같은 물체끼리가 다른 물체끼리보다 가까울 확률."""
    far = ((vectors[:, None] - vectors) ** 2).sum(axis=2)
    pairs = (videos[:, None] == videos) & ~np.eye(len(ids), dtype=bool)
    same = ids[:, None] == ids
    near, apart = far[pairs & same], np.sort(far[pairs & ~same])
    return 1 - np.searchsorted(apart, near).mean() / len(apart)


def run(seed, lr):
    rng = np.random.default_rng(seed)
    model = embedder(rng=rng)
    whole = with_classifier(model, y.max() + 1, rng=rng)
    optimizer = Adam(whole.parameters(), lr=lr)
    schedule = CosineAnnealingLR(optimizer, T_max=EPOCHS)
    for _ in range(EPOCHS):
        train_epoch(whole, X, y, optimizer, rng=rng)
        schedule.step()
    return model


def middle_color(X):
    return X[:, :, 3:9, 3:9].mean(axis=(2, 3))


tried = {}
for lr in (0.003, 0.01, 0.03):
    tried[lr] = run(0, lr)
    score = same_or_not(predict(tried[lr], X_valid), y_valid, v_valid)
    print(f"학습률 {lr}: 검증 {score:.3f}")
models = [tried[0.01], run(1, 0.01), run(2, 0.01)]
scores = [same_or_not(predict(m, X_test), y_test, v_test) for m in models]
print(f"배운 벡터: 평균 {np.mean(scores):.3f}, 최악 {min(scores):.3f}")
print(f"가운데의 색: {same_or_not(middle_color(X_test), y_test, v_test):.3f}")
save("cnn/track_embedding", **models[0].state_dict())
