"""PyTorch의 Dataset을 클래스의 비율을 지켜 나눈다."""

# --8<-- [start:imports]
from collections.abc import Sized

import numpy as np
from numpy.typing import ArrayLike
from torch.utils.data import Dataset, Subset

from lessons.arrays import classes
from lessons.dl.train_test_split import train_test_split
from lessons.scalars import count

# --8<-- [end:imports]


# --8<-- [start:stratified_subsets]
def stratified_subsets(
    dataset: Dataset, y: ArrayLike, test_size: float, *, rng: np.random.Generator
) -> list[Subset]:
    """층화 추출한 훈련과 테스트. y: (N,) 샘플마다의 클래스"""
    N = count("len(dataset)", len(dataset) if isinstance(dataset, Sized) else None)
    y = classes("y", y, "N", N=N)
    numbers = train_test_split(
        np.arange(len(y)), test_size=test_size, stratify=y, rng=rng
    )
    return [Subset(dataset, part.tolist()) for part in numbers]
# --8<-- [end:stratified_subsets]
