import numpy as np
import torch
from torch import nn

from lessons.dl.affine import affine, one_hot

words = ["간다", "나는", "학교에", "집에"]
numbers = np.array([1, 2, 0])  # 나는 학교에 간다
W = np.random.default_rng(0).normal(size=(4, 3))

by_product = affine(one_hot(numbers, len(words)), W)
print("원-핫을 곱한 것과 행을 꺼낸 것:", np.array_equal(by_product, W[numbers]))

layer = nn.Embedding.from_pretrained(torch.tensor(W))
print("nn.Embedding과:", np.array_equal(layer(torch.tensor(numbers)), W[numbers]))
print(f"낱말 50,257개에 수 768개씩: {50_257 * 768:,}개")
