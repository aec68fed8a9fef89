from lessons.dl.value import Value, topological_order

x = Value(1)
y = x
for _ in range(30):
    y = y + y
y.backward()
print("y에서 x까지 길의 수:", 2**30)
print("역전파가 들른 노드의 수:", len(topological_order(y)))
print("x의 기울기:", int(x.grad))
