from lessons.artifacts import load

runs = load("cnn/track_contest")  # 추적기마다 (동영상 10, 지표 5)
still, sort, deep = runs["hungarian"], runs["kalman"], runs["deep"]
for name, a, b in (("헝가리안 → 겉모습", still, deep), ("SORT → 겉모습", sort, deep)):
    mota, idf1, _, switches, false = (b - a).mean(axis=0)
    print(f"{name}: MOTA {mota:+.3f}, IDF1 {idf1:+.3f},", end=" ")
    print(f"ID 전환 {switches:+.0f}, 헛것 {false:+.0f}")
lower, fewer = deep[:, 0] < sort[:, 0], deep[:, 3] < sort[:, 3]
print("SORT보다 MOTA가 낮은 동영상", lower.sum(), "개")
print("그 가운데 ID 전환은 오히려 적은 것", (lower & fewer).sum(), "개")
