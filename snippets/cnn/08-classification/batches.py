import numpy as np


def batches(dataset, size, rng):
    """섞은 차례대로 size개씩 꺼내 쌓는다."""
    order = rng.permutation(len(dataset))
    for start in range(0, len(order), size):
        images, labels = zip(
            *(dataset[i] for i in order[start : start + size]), strict=True
        )
        yield np.stack(images), np.array(labels)


dataset = [(np.full((2, 2), 10 * c), c) for c in range(5)]  # 길이와 [i]만 있으면 된다
for images, labels in batches(dataset, 2, np.random.default_rng(0)):
    print(images.shape, labels)
