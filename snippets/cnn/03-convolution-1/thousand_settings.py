import random

import torch
import torch.nn.functional as F

from lessons.cnn.convolution import output_size

rng = random.Random(0)
same_size = both_refuse = 0
for _ in range(1000):
    n, k = rng.randint(1, 30), rng.randint(1, 7)
    s, p, d = rng.randint(1, 4), rng.randint(0, 4), rng.randint(1, 4)
    x, W = torch.zeros(1, 1, n, 1), torch.zeros(1, 1, k, 1)
    try:
        expected = F.conv2d(x, W, None, (s, 1), (p, 0), (d, 1)).shape[2]
    except RuntimeError:
        expected = None
    try:
        ours = output_size(n, k, s, p, d)
    except ValueError:
        ours = None
    same_size += ours is not None and ours == expected
    both_refuse += ours is None and expected is None

print("크기가 같다:", same_size)
print("둘 다 놓을 자리가 없다고 한다:", both_refuse)
print("어긋난 설정:", 1000 - same_size - both_refuse)
