def gradients(nodes: list) -> list[float]:
    """마지막 노드를 모든 노드로 미분한다.

    nodes: 입력이 출력보다 앞에 오게 늘어놓은 노드들. 노드 하나는
        [(입력의 번호, 국소 미분), ...]이다. 잎은 빈 목록이다
    반환: 노드마다의 기울기. nodes와 순서가 같다
    """
    raise NotImplementedError


# a = 3, b = −1, s = a + b, L = s·a
nodes = [[], [], [(0, 1.0), (1, 1.0)], [(2, 3.0), (0, 2.0)]]
