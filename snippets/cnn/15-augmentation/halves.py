from math import comb

p, epochs = 0.5, 10
print("열 에폭에 한 번도 뒤집히지 않을 확률:", (1 - p) ** epochs)
both = 1 - (1 - p) ** epochs - p**epochs
print(f"두 모습을 다 볼 확률: {both:.3f}")
exactly = comb(epochs, 5) * p**5 * (1 - p) ** 5
print(f"꼭 반반씩 볼 확률: {exactly:.3f}")
