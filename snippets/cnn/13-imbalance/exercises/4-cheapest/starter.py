def cheapest(y, score, cost_fp, cost_fn):
    """비용의 합이 가장 작은 임곗값. 점수가 임곗값 이상이면 양성이라고 한다.

    y: (N,) 0과 1, score: (N,)
    cost_fp: 음성을 양성이라고 한 비용, cost_fn: 양성을 음성이라고 한 비용
    반환: 나온 점수 가운데 하나, 또는 모두 음성이라고 하는 np.inf
    받은 것은 고치지 않는다
    """
    raise NotImplementedError
