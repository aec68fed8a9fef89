from lessons.dl.softmax import softmax

softmax([2.0, float("nan"), 1.0])
