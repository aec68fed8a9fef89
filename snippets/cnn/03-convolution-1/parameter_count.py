height = width = 224
channels, units, k = 3, 64, 3

flat = height * width * channels
print(f"한 줄로 편 입력의 길이: {flat:,}")
print(f"완전 연결층의 매개변수: {flat * units + units:,}")
print(f"3×3 합성곱층의 매개변수: {k * k * channels * units + units:,}")
