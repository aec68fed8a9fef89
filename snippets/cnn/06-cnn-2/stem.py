from lessons.cnn.receptive_field import receptive_field

stem = [(7, 2, 3, 1), (3, 2, 1, 1)]
print("7×7 스트라이드 2:", receptive_field(stem[:1]))
print("3×3 풀링까지:", receptive_field(stem))
print("3×3 합성곱 하나 더:", receptive_field([*stem, (3, 1, 1, 1)]))
