import numpy as np
import torch

from lessons.artifacts import load
from lessons.cnn.tracking import embedding, embedding_torch

weights = load("cnn/track_embedding")
ours = embedding.embedder(rng=np.random.default_rng(0))
ours.load_state_dict(weights)
theirs = embedding_torch.embedder().double()
theirs.load_state_dict({name: torch.tensor(w) for name, w in weights.items()})

X = np.random.default_rng(1).uniform(-0.5, 0.5, (100, 3, 12, 12))
with torch.inference_mode():
    difference = ours(X).data - theirs(torch.tensor(X)).numpy()
print("매개변수", sum(w.size for w in weights.values()))
print("차이가 1e-12보다 작다:", bool(np.abs(difference).max() < 1e-12))
