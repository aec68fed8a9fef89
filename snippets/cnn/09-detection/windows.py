passes = 0
for side in (10, 14, 18, 22):
    places = (64 - side) // 2 + 1  # 두 픽셀씩 옮긴다
    passes += places**2
    print(f"창 {side:>2}: {places}×{places} = {places**2}자리")
print(f"분류기를 {passes}번 돌린다. 격자로 하면 한 번이다.")
