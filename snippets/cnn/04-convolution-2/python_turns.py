N, c_in, c_out, side, k = 32, 64, 64, 28, 3

turns = N * c_out * side * side
print(f"출력 칸의 수, 곧 반복문이 도는 횟수: {turns:,}")
print(f"곱하고 더하는 횟수: {turns * c_in * k * k:,}")
print("이 장의 conv2d가 한 토막에서 도는 횟수:", k * k)
