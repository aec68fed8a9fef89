def reflect_index(i: int, n: int) -> int:
    """길이 n인 줄의 바깥 번호 i가 reflect에서 빌려 오는 안쪽 번호.

    i: 아무 정수(음수일 수도 있고 n보다 훨씬 클 수도 있다)
    반환: 0부터 n − 1까지의 정수
    """
    raise NotImplementedError
