from lessons.cnn.tracking.metrics import clear_mot

frames = [
    ([7], [1], [[1.0]]),
    ([7], [2], [[0.1]]),  # 1번을 놓치고, 곁에서 2번이 태어난다
    ([7], [1, 2], [[0.6, 0.9]]),  # 둘 다 7번에 걸친다
]
for rule in ("trackeval", "motmetrics"):
    score = clear_mot(frames, rule=rule)
    print(rule, "ID 전환", score["IDSW"], f"MOTA {score['MOTA']:.2f}")
