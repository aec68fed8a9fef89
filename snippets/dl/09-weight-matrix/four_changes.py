from lessons.dl.affine import count_parameters

base = count_parameters([784, 128, 10])
print(f"사진 28×28, 은닉 128, 클래스 10: {base:,}개")
changes = {
    "사진을 60,000장에서 120,000장으로": [784, 128, 10],
    "클래스를 10에서 11로": [784, 128, 11],
    "은닉 유닛을 128에서 129로": [784, 129, 10],
    "사진을 28×28에서 32×32로": [1024, 128, 10],
}
for change, sizes in changes.items():
    print(f"{change}: {count_parameters(sizes) - base:+,}개")
