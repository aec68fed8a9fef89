from lessons.cnn.conv.cost import macs

x = (1, 64, 56, 56)
plain = macs(x, (128, 64, 3, 3), padding=1)
layers = {
    "보통 3×3": plain,
    "4묶음": macs(x, (128, 16, 3, 3), padding=1, groups=4),
    "깊이별 3×3": macs(x, (64, 1, 3, 3), padding=1, groups=64),
    "1×1": macs(x, (128, 64, 1, 1)),
}
layers["깊이별 3×3 + 1×1"] = layers["깊이별 3×3"] + layers["1×1"]
for name, total in layers.items():
    print(f"{name}: {total:,}  보통의 {total / plain:.3f}")
print(f"1/128 + 1/9 = {1 / 128 + 1 / 9:.3f}")
