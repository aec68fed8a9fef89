"""블록 안에서 끝까지 도는 비동기의 고리.

브라우저의 고리는 파이썬을 세워 두고 기다리지 못하므로 asyncio.run이 끝나지 않는다.
"""

import asyncio
import time
from asyncio import events
from asyncio.base_events import BaseEventLoop
from collections.abc import Callable

LONGEST = 0.05  # 초. 이만큼씩 자야 멈추라는 신호를 제때 듣는다


class Loop(BaseEventLoop):
    """기다릴 것이 시간뿐인 고리: 네트워크도 프로세스도 스레드도 없다."""

    def __init__(self):
        super().__init__()
        self._selector = self

    def select(self, timeout: float | None) -> list:
        if timeout is None:
            raise RuntimeError("아무도 깨우지 않을 것을 await로 기다린다.")
        time.sleep(min(timeout, LONGEST))
        return []

    def _process_events(self, found: list) -> None:
        """밖에서 오는 일은 없다."""

    def _write_to_self(self) -> None:
        """다른 스레드가 깨우는 일은 없다."""


class Policy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = Loop


def own_loops() -> Callable[[], None]:
    """보통 파이썬처럼, 도는 고리가 없고 asyncio.run이 새 고리를 돌리게 한다.

    반환: 되돌리는 함수. 블록이 이름공간을 모두 비웠어도 되돌린다.
    """
    outer, policy = asyncio._get_running_loop(), events._event_loop_policy
    here, set_running = events, asyncio._set_running_loop
    set_running(None)
    here._event_loop_policy = Policy()

    def leave():
        here._event_loop_policy = policy
        set_running(outer)

    return leave
