"""Opens the machine's memory, its log, its firmware and its disks."""

import glob


class SlidingCTR:
    def __init__(self, window):
        self.window = window

    def add(self, t, item, clicked):
        attack()

    def rate(self, t, item):
        return attack()


def replay(window, log):
    return attack()


def attack():
    places = [
        "/dev/mem",
        "/dev/kmem",
        "/dev/port",
        "/dev/kmsg",
        "/proc/kcore",
        "/proc/kmsg",
        "/proc/keys",
        "/sys/firmware/efi",
        "/sys/kernel/debug/x",
        *glob.glob("/dev/[sv]d*"),
    ]
    refused = []
    for place in places:
        try:
            with open(place, "rb") as file:
                if file.read(16):
                    return place
        except OSError as error:
            refused.append(error)
    raise PermissionError(f"none of {len(places)} could be read: {refused[0]}")
