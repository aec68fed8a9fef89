"""처음 붙은 번호도 세었다."""


def count_switches(ids):
    last, switches = None, 0
    for i in ids:
        if i is not None and i != last:
            switches, last = switches + 1, i
    return switches
