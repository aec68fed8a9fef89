import json

import numpy as np

from lessons.cnn.preprocessing.compose import Compose, Normalize, Resize, ToFloat
from lessons.cnn.preprocessing.normalize import channel_statistics
from lessons.cnn.preprocessing.signs import make_signs

train, _ = make_signs(200, rng=np.random.default_rng(0))
first = Compose([Resize(32), ToFloat()])
mean, std = channel_statistics(np.stack([first(image) for image in train]))
compose = Compose([*first.transforms, Normalize(mean.round(3), std.round(3))])

text = compose.to_json()
for step in json.loads(text):
    print(step)
again = Compose.from_json(text)
new, _ = make_signs(20, rng=np.random.default_rng(1))
print("모양:", again(new[0]).shape)
print("되살린 것과 같은 답:", all(np.array_equal(compose(x), again(x)) for x in new))
