import copy

import torch


def fresh(value):
    w = torch.tensor(value, dtype=torch.float64, requires_grad=True)
    return w, torch.optim.SGD([w], lr=0.1, momentum=0.9)


def walk(w, optimizer, steps=2):
    """손실 w²을 줄인다."""
    for _ in range(steps):
        optimizer.zero_grad()
        (w**2).backward()
        optimizer.step()
    return f"{w.item():.3f}"


w, optimizer = fresh(1.0)
print("두 걸음", walk(w, optimizer))
value, state = w.item(), copy.deepcopy(optimizer.state_dict())
print("끊지 않고 두 걸음 더", walk(w, optimizer))
print("가중치만 담아 이으면", walk(*fresh(value)))
w, optimizer = fresh(value)
optimizer.load_state_dict(state)
print("옵티마이저도 담으면", walk(w, optimizer))
