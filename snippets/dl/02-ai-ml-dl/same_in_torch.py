import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from lessons.dl.attention import scaled_dot_product_attention
from lessons.dl.rnn import rnn
from lessons.dl.transformer import encoder_block
from lessons.dl.vit import patchify

torch.manual_seed(0)


def arrays(module):
    return {name: w.numpy() for name, w in module.state_dict().items()}


def report(name, ours, theirs):
    print(
        f"{name}: {ours.shape}, 차이 {abs(ours - theirs.detach().numpy()).max():.10f}"
    )


x = torch.randn(7, 5, 3).double()
net = nn.RNN(3, 4).double()
ours, _ = rnn(x.numpy(), np.zeros((5, 4)), *arrays(net).values())
report("nn.RNN", ours, net(x)[0])

q, k, v = torch.randn(3, 2, 7, 8).double()
theirs = F.scaled_dot_product_attention(q, k, v, is_causal=True)
ours = scaled_dot_product_attention(*(t.numpy() for t in (q, k, v)), is_causal=True)
report("F.scaled_dot_product_attention", ours, theirs)

block = {"batch_first": True, "norm_first": True, "activation": "gelu"}
net = nn.TransformerEncoderLayer(16, 4, 32, dropout=0.0, **block).double()
x = torch.randn(2, 5, 16).double()
report("트랜스포머 블록", encoder_block(x.numpy(), arrays(net), 4), net(x))

images = torch.randn(2, 3, 8, 12).double()
conv = nn.Conv2d(3, 16, 4, stride=4, bias=False).double()
W = arrays(conv)["weight"].reshape(16, -1)
theirs = conv(images).flatten(2).transpose(1, 2)
report("조각내어 곱하기 = 합성곱", patchify(images.numpy(), 4) @ W.T, theirs)
