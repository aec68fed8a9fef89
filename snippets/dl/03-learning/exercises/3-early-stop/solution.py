from collections.abc import Sequence


def early_stop(valid: Sequence[float], patience: int) -> tuple[int, int]:
    """검증 손실을 차례로 보며 멈출 때를 정한다.

    valid: 에폭마다의 검증 손실. 0번부터 센다
    patience: 최저 기록을 깨지 못한 에폭이 잇달아 이만큼 쌓이면 멈춘다
    반환: (최저 기록을 세운 에폭, 멈춘 에폭). 멈추지 않았으면 마지막 에폭
    """
    best = 0
    for epoch, loss in enumerate(valid):
        if loss < valid[best]:
            best = epoch
        if epoch - best >= patience:
            break
    return best, epoch


losses = [0.9, 0.6, 0.5, 0.55, 0.52, 0.6, 0.4]
for patience in (1, 3, 4):
    print(patience, early_stop(losses, patience))
