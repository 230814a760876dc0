"""A dict, sets, texts and bytes, with markup as keys."""


class SlidingCTR:
    def __init__(self, window):
        self.window = window

    def add(self, t, item, clicked):
        pass

    def rate(self, t, item):
        return {
            "<img src=x onerror=alert(1)>": [{"</script>"}, b"<\xff>", "\x1b[31m" * 9],
            "\u202e": "{{ 1 }}",
        }


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
