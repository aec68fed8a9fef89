from lessons.cnn.summary import summary
from lessons.cnn.vgg import vgg16

rows = summary(vgg16(), (3, 224, 224))
print("층          출력     매개변수   MAC(백만)  MiB")
for row in rows:
    shape = "×".join(map(str, row.shape))
    print(
        f"{row.name:<6}{shape:>11}{row.parameters:>13,}"
        f"{row.macs / 1e6:>9,.0f}{row.memory / 2**20:>8.2f}"
    )
print("매개변수", f"{sum(row.parameters for row in rows):,}")
print("곱셈-누산", f"{sum(row.macs for row in rows):,}")
