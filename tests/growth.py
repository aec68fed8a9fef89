"""빠르기를 초로 재지 않는다. 느린 컴퓨터에서도 같은 비로 견준다."""

import time
from collections.abc import Callable


def grows(work: Callable[[int], object], times: int = 4) -> float:
    """일이 times배가 될 때 드는 시간의 배. 일에 비례하면 times쯤이다."""

    def seconds(n: int) -> float:
        def once() -> float:
            start = time.process_time()
            work(n)
            return time.process_time() - start

        return min(once() for _ in range(3))

    work(1)
    return seconds(times) / seconds(1)
