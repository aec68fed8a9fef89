from lessons.cnn.resnet import conv_bn, resnet_parameters

print("64채널 기본 블록", 2 * conv_bn(64, 64, 3))
print(
    "256채널 병목 블록", conv_bn(256, 64, 1) + conv_bn(64, 64, 3) + conv_bn(64, 256, 1)
)
for depth in (18, 50):
    parts = resnet_parameters(depth)
    print(f"ResNet-{depth}", *(f"{name} {n:,}" for name, n in parts))
    print(f"  모두 {sum(n for _, n in parts):,}")
