import numpy as np

field = np.ones(1)
for n in range(1, 5):
    field = np.convolve(field, np.ones(3)).astype(int)  # 3칸짜리 층 하나
    print(f"{n}층, {len(field)}칸:", *field)
