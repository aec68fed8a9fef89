from math import comb


def probability(k, N=400, positives=20, n=80):
    """N개에서 n개를 뽑을 때 양성이 꼭 k개 뽑힐 확률. 식 (3.5)"""
    ways = comb(positives, k) * comb(N - positives, n - k)
    return ways / comb(N, n)


print(f"10개에서 5개, 양성 2개: 0개가 뽑힐 확률 {probability(0, 10, 2, 5):.3f}")
print(f"400개에서 80개: 4개 {probability(4):.3f}, 0개 {probability(0):.4f}")
print(f"                11개 이상 {sum(map(probability, range(11, 21))):.5f}")
