from lessons.cnn.conv.plan import plan

MB = 1e6
print("층                    그림      열     토막  한 토막의 열")
for C, side in ((3, 224), (64, 224), (128, 112), (512, 14)):
    p = plan((8, C, side, side), (C, C, 3, 3), 1, 1, 1, 1)
    picture = 8 * 8 * C * side * side / MB
    blocks = [(n, rows) for n, bands in p.blocks() for rows, _ in bands]
    samples, rows = blocks[0]
    block = 8 * (samples.stop - samples.start) * C * 9 * (rows.stop - rows.start) * side
    print(
        f"{C:3}채널 {side:3}×{side:<3} 8장 {picture:7.1f} MB {9 * picture:6.0f} MB"
        f" {len(blocks):5}개 {block / MB:7.2f} MB"
    )
