"""데이터셋에서 한 장씩 꺼내 배치로 쌓는다.

출처: 이름과 인자의 차례는 torch.utils.data.DataLoader
"""

# --8<-- [start:imports]
from collections.abc import Iterator, Sized
from typing import Any

import numpy as np

from lessons.scalars import count, flag, generator, instance

# --8<-- [end:imports]


# --8<-- [start:DataLoader]
class DataLoader:
    """되풀이할 때마다 (X, y) 배치를 차례로 낸다.

    dataset: 길이가 있고 dataset[i]가 (배열, 클래스)인 것
    shuffle: 참이면 되풀이할 때마다 rng로 새로 섞는다
    drop_last: 참이면 마지막의 모자란 배치를 버린다
    """

    def __init__(
        self,
        dataset: Any,
        batch_size: int = 1,
        shuffle: bool = False,
        *,
        drop_last: bool = False,
        rng: np.random.Generator | None = None,
    ) -> None:
        self.dataset, self.batch_size = dataset, count("batch_size", batch_size)
        self.rng = generator("rng", rng) if flag("shuffle", shuffle) else None
        stop = len(instance("dataset", dataset, Sized, "길이가 있는 데이터셋"))
        whole = stop - stop % self.batch_size
        self.stop = whole if flag("drop_last", drop_last) else stop

    def __len__(self) -> int:
        return -(-self.stop // self.batch_size)

    def __iter__(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        N = len(self.dataset)
        order = np.arange(N) if self.rng is None else self.rng.permutation(N)
        for start in range(0, self.stop, self.batch_size):
            chosen = order[start : min(start + self.batch_size, self.stop)]
            images, labels = zip(*(self.dataset[int(i)] for i in chosen), strict=True)
            yield np.stack(images), np.array(labels)
# --8<-- [end:DataLoader]
