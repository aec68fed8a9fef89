PLAN = (64, 64, 0, 128, 128, 0, 256, 256, 256, 0)  # 합성곱의 채널. 0은 풀링이다
PLAN += (512, 512, 512, 0, 512, 512, 512, 0)
C, side, parameters, macs = 3, 224, 0, 0
for out in PLAN:
    if out == 0:
        side //= 2
        continue
    parameters += out * (C * 9 + 1)  # 식 (6.1)
    macs += out * C * 9 * side**2  # 식 (4.11)
    C = out
print(f"합성곱 열셋: 매개변수 {parameters:,}, 곱셈-누산 {macs:,}")
D = C * side**2
for K in (4096, 4096, 1000):
    parameters, macs, D = parameters + K * (D + 1), macs + K * D, K
print(f"완전 연결 셋까지: 매개변수 {parameters:,}, 곱셈-누산 {macs:,}")
