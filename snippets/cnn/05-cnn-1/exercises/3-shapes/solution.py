def shapes(size, layers):
    """층마다 특성 맵의 한 변을 목록으로 돌려준다.

    layers: ("conv", 커널, 패딩) 또는 ("pool", 창). 합성곱은 한 칸씩, 풀링은 겹치지 않게
    받은 것은 고치지 않는다
    """
    sides = []
    for kind, k, *padding in layers:
        size = size // k if kind == "pool" else size + 2 * padding[0] - k + 1
        sides.append(size)
    return sides


lenet = [("conv", 5, 2), ("pool", 2), ("conv", 5, 0), ("pool", 2)]
print(shapes(28, lenet))
print(shapes(30, lenet))
