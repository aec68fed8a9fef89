def when_to_stop(losses: list[float], patience: int) -> tuple[int, int]:
    """검증 손실을 에폭마다 듣고 (멈춘 에폭, 가장 나은 에폭)을 말한다. 0부터 센다.

    지금까지의 가장 작은 값보다 작아야 나아진 것이다(같으면 아니다)
    patience번 연달아 나아지지 않으면 그 에폭에서 멈춘다. 끝까지 그런 일이 없으면
    마지막 에폭에서 멈춘 것이다
    받은 것은 고치지 않는다
    """
    raise NotImplementedError
