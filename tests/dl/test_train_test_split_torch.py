"""층화 추출한 Subset: 비율을 지키고 겹치지 않는다."""

import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset

from lessons.dl.train_test_split_torch import stratified_subsets


def test_subsets_keep_the_ratio_and_do_not_overlap():
    y = torch.zeros(400, dtype=torch.long)
    y[:20] = 1
    dataset = TensorDataset(torch.arange(400), y)
    for seed in range(5):
        rng = np.random.default_rng(seed)
        train, test = stratified_subsets(dataset, y, test_size=0.2, rng=rng)
        assert (len(train), len(test)) == (320, 80)
        numbers, labels = next(iter(DataLoader(test, batch_size=80)))
        assert labels.sum() == 4
        assert not set(numbers.tolist()) & {int(number) for number, _ in train}
        again = stratified_subsets(dataset, y, 0.2, rng=np.random.default_rng(seed))
        assert again[1].indices == test.indices
