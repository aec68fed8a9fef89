import numpy as np

from lessons.cnn.convolution import conv2d, output_size

for n in (7, 8, 9, 10):
    sizes = [output_size(n, 3, stride=2, padding=p) for p in (0, 1)]
    print(f"입력 {n}칸: 패딩 0이면 {sizes[0]}칸, 패딩 1이면 {sizes[1]}칸")

x = np.arange(64.0).reshape(1, 1, 8, 8)
W = np.arange(9.0).reshape(1, 1, 3, 3)
erased = x.copy()
erased[..., -1] = 0
same = np.array_equal(conv2d(x, W, stride=2), conv2d(erased, W, stride=2))
print("8칸짜리 그림의 마지막 열을 지워도 출력이 같은가:", same)
