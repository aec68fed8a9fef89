import numpy as np

from lessons.cnn.preprocessing.orientation import orient, read_orientation

F = np.array([[1, 1, 1], [1, 0, 0], [1, 1, 0], [1, 0, 0]])
for number in range(1, 9):
    rows = orient(F, number).astype(int)
    print(number, *("".join(".#"[cell] for cell in row) for row in rows))

# 카메라가 적는 파일의 앞부분: JPEG 표식, 길이, Exif, TIFF의 목록 한 줄
tiff = b"II*\0\x08\0\0\0" + b"\x01\0" + b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"
body = b"Exif\0\0" + tiff
data = b"\xff\xd8\xff\xe1" + (len(body) + 2).to_bytes(2) + body
print("파일에 적힌 방향:", read_orientation(data))
