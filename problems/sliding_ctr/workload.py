"""A log with a window of a hundredth of it: some items asked for often, most shown once and gone."""

FUNCTION = "replay"
SIZES = (500, 1000, 2000, 4000, 8000, 16000, 64000)


def make(size, rng):
    window = max(10, size // 100)
    popular = rng.integers(0, 20, size)
    shown_once = rng.random(size) < 0.5
    asks = rng.random(size) < 0.3
    clicked = rng.random(size) < 0.2
    log = []
    for t in range(size):
        item = int(popular[t])
        if asks[t]:
            log.append((t, item))
        else:
            log.append((t, 1000 + t if shown_once[t] else item, int(clicked[t])))
    return window, log
