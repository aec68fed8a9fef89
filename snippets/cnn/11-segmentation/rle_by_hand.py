import numpy as np

from lessons.cnn.segmentation.rle import decode, encode, run_lengths

mask = np.array([[0, 0, 0, 0], [0, 1, 1, 0], [0, 0, 1, 0]], dtype=bool)
print("이어진 길이", run_lengths(mask))
print("담은 것", encode(mask))
print("되돌린 것이 같은가", (decode(encode(mask)) == mask).all())
print("빈 것", run_lengths(np.zeros((3, 4), dtype=bool)))
print("가득 찬 것", run_lengths(np.ones((3, 4), dtype=bool)))
