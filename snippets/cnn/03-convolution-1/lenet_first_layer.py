from lessons.cnn.convolution import output_size

size = output_size(32, 5)
weights, biases = 6 * 1 * 5 * 5, 6
print(f"출력: (6, {size}, {size})")
print(f"매개변수: {weights} + {biases} = {weights + biases}")
print(f"완전 연결층이라면: {32 * 32 * 6 * size * size + 6 * size * size:,}")
