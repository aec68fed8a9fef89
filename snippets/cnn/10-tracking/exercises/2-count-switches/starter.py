def count_switches(ids: list[int | None]) -> int:
    """정답 하나에 프레임마다 붙은 번호에서 ID 전환의 수를 센다.

    ids: 놓친 프레임은 None
    받은 것은 고치지 않는다
    """
    raise NotImplementedError
