def reflect_index(i: int, n: int) -> int:
    """길이 n인 줄의 바깥 번호 i가 reflect에서 빌려 오는 안쪽 번호.

    i: 아무 정수(음수일 수도 있고 n보다 훨씬 클 수도 있다)
    반환: 0부터 n − 1까지의 정수
    """
    i = i % (2 * n)  # 갔다가 돌아오면 2n칸이다
    return min(i, 2 * n - 1 - i)


print([reflect_index(i, 4) for i in range(-5, 9)])
