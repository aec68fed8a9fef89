"""이 장의 두 데이터: 겹친 두 무더기, 그리고 백에 하나만 그 옷인 사진들."""

# --8<-- [start:imports]
import numpy as np

from lessons import Array
from lessons.datasets import load_fashion_mnist
from lessons.dl.pca import PCA
from lessons.scalars import count, generator

# --8<-- [end:imports]


# --8<-- [start:two_clouds]
def two_clouds(
    n_negative: int, n_positive: int, *, rng: np.random.Generator
) -> tuple[Array, np.ndarray]:
    """평면의 두 무더기. 음성은 원점에, 양성은 오른쪽 위에 조금 더 모여 있다.

    반환: X (N, 2), y (N,). 음성이 먼저다
    """
    n, m = count("n_negative", n_negative), count("n_positive", n_positive)
    rng = generator("rng", rng)
    X = np.concatenate(
        [rng.normal(size=(n, 2)), 0.9 * rng.normal(size=(m, 2)) + [1.5, 1.2]]
    )
    return X, np.repeat([0, 1], [n, m])
# --8<-- [end:two_clouds]


# --8<-- [start:rare_pictures]
def rare_pictures(target: int, *, rng: np.random.Generator) -> dict:
    """옷 사진에서 target만 드물게 만든 학습, 검증, 테스트. 특성은 주성분 30개다.

    학습은 3000 대 30, 검증은 2400 대 24. 테스트의 1000장은 100 대 900 그대로이고,
    무게를 곱해 백에 하나꼴로 잰다.
    반환: "train", "valid", "test"마다 (X, y, 무게)
    """
    target, rng = count("target", target, 0, 9), generator("rng", rng)
    X, y = load_fashion_mnist()
    yes = rng.permutation(np.flatnonzero(y == target))
    no = rng.permutation(np.flatnonzero(y != target))
    X_test, y_test = load_fashion_mnist(train=False)
    parts = {
        "train": (X[(rows := np.append(no[:3000], yes[:30]))], y[rows]),
        "valid": (X[(rows := np.append(no[3000:5400], yes[30:54]))], y[rows]),
        "test": (X_test, y_test),
    }
    pca = PCA(30).fit(parts["train"][0].reshape(3030, -1) / 255)  # 학습에서만 배운다
    found = {}
    for name, (pictures, kinds) in parts.items():
        Z = pca.transform(pictures.reshape(len(pictures), -1) / 255)
        is_target = (kinds == target).astype(int)
        natural = 100 * is_target.sum() / (1 - is_target).sum()  # 이미 1:100이면 1
        weight = np.where(is_target == 1, 1.0, natural)
        found[name] = Z / np.sqrt(pca.explained_variance_), is_target, weight
    return found
# --8<-- [end:rare_pictures]
