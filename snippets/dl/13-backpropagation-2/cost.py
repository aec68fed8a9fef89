from itertools import pairwise

n, h1, h2, m = 64, 128, 64, 1
forward = h2 * h1 * n + m * h2 * n
reverse = m * h2 * h1 + m * h1 * n
print(f"야코비 행렬의 곱, 순방향: 곱셈 {forward:,d}번")
print(f"야코비 행렬의 곱, 역방향: 곱셈 {reverse:,d}번")

sizes = [64, 128, 64, 10]
layers = [D * K for D, K in pairwise(sizes)]
parameters = sum(layers) + sum(sizes[1:])
print(f"숫자 한 장의 순전파: 곱셈 {sum(layers):,d}번")
print(f"숫자 한 장의 역전파: 곱셈 {sum(layers) + sum(layers[1:]):,d}번")
print(f"수치 미분: 순전파 {2 * parameters:,d}번")
