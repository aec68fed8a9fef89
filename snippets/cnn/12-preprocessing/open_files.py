import numpy as np

from lessons.cnn.preprocessing.colour import to_rgb

deep = np.array([[0, 300, 65535]], dtype=np.uint16)
print("16비트, 그냥 uint8로:", deep.astype(np.uint8)[0])
print("16비트, 65535로 나누어:", to_rgb(deep, bits=16)[0, :, 0])

red = np.array([[[255, 0, 0, 255], [255, 0, 0, 51], [255, 0, 0, 0]]])
print("알파를 떼어 냄:", red[..., :3].tolist())
print("흰 종이에 비춤:", to_rgb(red).tolist())

palette = np.array([[255, 255, 255], [200, 30, 30], [20, 60, 200]])
index = np.array([[0, 1, 2]])
print("번호를 밝기로:", to_rgb(index).tolist())
print("팔레트로 찾음:", to_rgb(index, palette=palette).tolist())
