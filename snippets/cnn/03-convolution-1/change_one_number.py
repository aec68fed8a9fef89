from lessons.cnn.convolution import output_size

print("입력 7과 8, 커널 3, 스트라이드 2, 패딩 1")
print([output_size(n, 3, stride=2, padding=1) for n in (7, 8)])

print("입력 28, 커널 3, 팽창 1에서 4까지, 패딩은 팽창과 같게")
print([output_size(28, 3, padding=d, dilation=d) for d in (1, 2, 3, 4)])

print("커널 3, 스트라이드 2, 패딩 1을 네 번, 입력 224와 225")
for n in (224, 225):
    sizes = [n]
    for _ in range(4):
        sizes.append(output_size(sizes[-1], 3, stride=2, padding=1))
    print(sizes)
