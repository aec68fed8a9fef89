from lessons.cnn.summary import summary
from lessons.cnn.vgg import vgg16

rows = summary(vgg16(), (3, 224, 224))
for what in ("parameters", "macs", "memory"):
    values = [getattr(row, what) for row in rows]
    conv = sum(v for v, row in zip(values, rows, strict=True) if row.name == "Conv")
    full = sum(v for v, row in zip(values, rows, strict=True) if row.name == "Linear")
    total = sum(values)
    print(f"{what}: 합성곱 {conv / total:.1%}, 완전 연결 {full / total:.1%}")
first = sum(row.memory for row in rows[:2]) / sum(row.memory for row in rows)
weights = 4 * sum(row.parameters for row in rows) / 2**20
print(f"출력 메모리 가운데 처음 두 층의 몫: {first:.1%}, 가중치 {weights:.0f} MiB")
