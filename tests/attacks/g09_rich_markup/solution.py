"""Markup of the terminal library, open, closed and broken."""


class SlidingCTR:
    def __init__(self, window):
        print("[bold red]accepted[/bold red][/][link=http://example.invalid]x[/link]")
        raise ValueError(
            "[red]x[/blue] [/] [link=file:///etc/passwd]here[/link] \\[ [@click=app.quit]x[/] :skull: [blink"
        )

    def add(self, t, item, clicked):
        pass

    def rate(self, t, item):
        return 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
