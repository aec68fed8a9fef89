from lessons.cnn.lenet import C3_INPUTS

for first in 0, 6, 12, 15:
    print(f"C3의 {first}번 맵이 보는 S2의 맵:", C3_INPUTS[first])

layers = {
    "C1": 6 * (5 * 5 + 1),
    "S2": 6 * 2,  # 맵마다 곱할 수 하나와 편향 하나
    "C3": sum(5 * 5 * len(seen) + 1 for seen in C3_INPUTS),
    "S4": 16 * 2,
    "C5": 120 * (16 * 5 * 5 + 1),
    "F6": 84 * (120 + 1),
}
print(layers)
print("모두", sum(layers.values()))
print("C3를 모두 이었다면", 16 * (6 * 5 * 5 + 1))
