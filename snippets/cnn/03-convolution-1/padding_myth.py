from lessons.cnn.convolution import output_size

kernels = [2, 3, 4, 5]
print("커널 k:", kernels)
for p in (0, 1, 2):
    print(f"패딩 {p}:", [output_size(7, k, padding=p) for k in kernels])
