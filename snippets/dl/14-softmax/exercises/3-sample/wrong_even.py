"""모두 똑같이 뽑았다."""


def sample(z, T, rng):
    return int(rng.choice(len(z)))
