"""PyTorch 모델의 Grad-CAM. 층에 고리(hook)를 걸어 지나가는 값을 받아 적는다."""

# --8<-- [start:imports]
import torch
from torch import nn

# --8<-- [end:imports]


# --8<-- [start:explain]
def explain(model: nn.Module, layer: nn.Module, x, target=None):
    """그림마다 (Grad-CAM, 로짓). 식 (8.10), (8.11)

    layer: 볼 특성 맵을 내는 층. model 안에 있다
    target: (N,) 볼 클래스. None이면 모델이 고른 것
    """
    kept = []
    hook = layer.register_forward_hook(lambda *passed: kept.append(passed[-1]))
    try:
        z = model(x)
    finally:
        hook.remove()
    target = z.argmax(dim=1) if target is None else target
    chosen = z.gather(1, target[:, None]).sum()
    (dA,) = torch.autograd.grad(chosen, kept[0])
    alpha = dA.mean(dim=(2, 3), keepdim=True)
    return (alpha * kept[0]).sum(dim=1).relu().detach(), z.detach()
# --8<-- [end:explain]
