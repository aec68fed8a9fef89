def resize_row(row, n):
    """한 줄을 n칸으로 바꾼다. 픽셀의 가운데를 맞추는 이중선형, antialias 없이.

    받은 것은 고치지 않는다
    """
    raise NotImplementedError
