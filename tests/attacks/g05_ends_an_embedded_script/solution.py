"""Returns text that ends a script, a comment and a line."""


class SlidingCTR:
    def __init__(self, window):
        self.window = window
        print("</script><!--<script>]]>\u2028\u2029\\u003c/script>")

    def add(self, t, item, clicked):
        pass

    def rate(self, t, item):
        return "</script><!--<script>alert(1)//\u2028\u2029\\\"}'];alert(2)//"


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
