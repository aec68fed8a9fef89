def undo_sampling(p, old, new):
    """양성이 old의 비율인 데이터에서 배운 확률을, 비율이 new인 곳의 확률로 고친다.

    p: (N,) 0과 1 사이, old와 new: 0과 1 사이
    반환: (N,)
    받은 것은 고치지 않는다
    """
    raise NotImplementedError
