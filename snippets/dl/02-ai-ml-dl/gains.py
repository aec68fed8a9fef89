from lessons.data.quinlan import load_quinlan
from lessons.dl.impurity import entropy, gini, information_gain

days, played = load_quinlan()
print(f"묻기 전: 엔트로피 {entropy([9, 5]):.3f}비트, 지니 {gini([9, 5]):.3f}")
for name, values in days.items():
    print(f"{name}: 정보 이득 {information_gain(values, played):.3f}비트")
for value in ("맑음", "흐림", "비"):
    gain = information_gain(days["하늘"] == value, played)
    print(f"‘하늘이 {value}인가’만 물으면: {gain:.3f}비트")
