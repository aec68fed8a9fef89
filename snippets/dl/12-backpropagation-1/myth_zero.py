from lessons.dl.value import Value


def loss(w):
    return ((w * 2 - 4).relu() - 3) ** 2


for number in (1, 3):
    w = Value(number)
    L = loss(w)
    L.backward()
    print(f"w = {number}: 손실 {L.data:.0f}, 기울기 {w.grad:.0f}")
