from lessons.cnn.receptive_field import receptive_field
from lessons.cnn.vgg import BLOCKS

layers = []
for number, block in enumerate(BLOCKS, start=1):
    layers += [(3, 1, 1, 1)] * len(block)
    size, jump, start = receptive_field(layers)
    print(f"묶음 {number}의 끝: {size}칸, 간격 {jump}, 시작 {start}")
    layers += [(2, 2, 0, 1)]
print("마지막 풀링까지:", receptive_field(layers))
