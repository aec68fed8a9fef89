"""딥러닝개론의 코드. 모든 것을 NumPy로 밑바닥부터 만들고 PyTorch와 견준다."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
