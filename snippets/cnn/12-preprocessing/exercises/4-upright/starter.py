def upright(image, orientation):
    """카메라가 적은 방향 1, 3, 6, 8의 그림을 바로 세운다. image: (H, W)나 (H, W, 3)

    받은 것은 고치지 않는다
    """
    raise NotImplementedError
