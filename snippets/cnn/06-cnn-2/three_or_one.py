from lessons.cnn.receptive_field import receptive_field
from lessons.cnn.summary import Conv, summary

stacks = {"3×3 셋": [(3, 1)] * 3, "7×7 하나": [(7, 3)]}
for name, stack in stacks.items():
    size, _, _ = receptive_field([(k, 1, p, 1) for k, p in stack])
    rows = summary([Conv(256, k, padding=p) for k, p in stack], (256, 28, 28))
    count = sum(row.parameters for row in rows)
    macs = sum(row.macs for row in rows)
    print(f"{name}: 수용 영역 {size}칸, 매개변수 {count:,}, 곱셈-누산 {macs:,}")
