from itertools import pairwise


def conv(c_in, c_out, k, bias=True):
    return c_out * (c_in * k * k + bias)


def full(d, units):
    return units * (d + 1)


lenet = conv(1, 6, 5) + conv(6, 16, 5) + full(400, 120) + full(120, 84) + full(84, 10)

alexnet = conv(3, 64, 11) + conv(64, 192, 5) + conv(192, 384, 3)
alexnet += conv(384, 256, 3) + conv(256, 256, 3)
alexnet += full(256 * 6 * 6, 4096) + full(4096, 4096) + full(4096, 1000)

widths = [3, 64, 64, 128, 128, *[256] * 3, *[512] * 6]
vgg16 = sum(conv(a, b, 3) for a, b in pairwise(widths))
vgg16 += full(512 * 7 * 7, 4096) + full(4096, 4096) + full(4096, 1000)

resnet50, c = conv(3, 64, 7, bias=False) + 2 * 64, 64  # 배치 정규화가 채널마다 둘
for width, blocks in [(64, 3), (128, 4), (256, 6), (512, 3)]:
    for block in range(blocks):
        out = 4 * width
        resnet50 += conv(c, width, 1, False) + conv(width, width, 3, False)
        resnet50 += conv(width, out, 1, False) + 2 * (width + width + out)
        resnet50 += conv(c, out, 1, False) + 2 * out if block == 0 else 0
        c = out
resnet50 += full(2048, 1000)

d = 768
vit = conv(3, d, 16) + d + 197 * d  # 조각, 분류 토큰, 자리 196 + 1
vit += 12 * (full(d, 3 * d) + full(d, d) + full(d, 4 * d) + full(4 * d, d) + 4 * d)
vit += 2 * d + full(d, 1000)

names = "LeNet-5", "AlexNet", "VGG16", "ResNet-50", "ViT-B/16"
for name, size in zip(names, (lenet, alexnet, vgg16, resnet50, vit), strict=True):
    print(f"{name}: {size:,}")
