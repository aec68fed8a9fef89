import torch
import torch.nn.functional as F
from torch.nn.grad import conv2d_input, conv2d_weight


class OurConv2d(torch.autograd.Function):
    """두 칸씩 미는 합성곱. 앞과 뒤를 손으로 정한다."""

    @staticmethod
    def forward(ctx, x, W, b):
        ctx.save_for_backward(x, W)
        return F.conv2d(x, W, b, stride=2, padding=1)

    @staticmethod
    def backward(ctx, dy):
        x, W = ctx.saved_tensors
        dx = conv2d_input(x.shape, W, dy, stride=2, padding=1)
        dW = conv2d_weight(x, W.shape, dy, stride=2, padding=1)
        return dx, dW, dy.sum(dim=(0, 2, 3))


class ForgotBias(OurConv2d):
    """편향의 기울기를 합이 아니라 평균으로 낸다."""

    @staticmethod
    def backward(ctx, dy):
        dx, dW, _ = OurConv2d.backward(ctx, dy)
        return dx, dW, dy.mean(dim=(0, 2, 3))


torch.manual_seed(0)
shapes = (2, 3, 7, 5), (4, 3, 3, 3), (4,)
inputs = [torch.randn(s, dtype=torch.double, requires_grad=True) for s in shapes]
print("우리 역전파:", torch.autograd.gradcheck(OurConv2d.apply, inputs))
wrong = torch.autograd.gradcheck(ForgotBias.apply, inputs, raise_exception=False)
print("평균을 낸 것:", wrong)
