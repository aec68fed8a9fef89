from lessons.dl.affine import count_parameters
from lessons.dl.affine_torch import numel, stack

nets = [
    [3, 2],
    [2, 16, 16, 1],
    [2, 84, 1],
    [784, 10],
    [784, 128, 10],
    [784, 300, 100, 10],
    [25088, 4096, 4096, 1000],
]
for sizes in nets:
    ours, theirs = count_parameters(sizes), numel(stack(sizes))
    print(f"{ours:>11,} {ours == theirs} {'-'.join(map(str, sizes))}")
