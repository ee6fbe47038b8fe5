"""A wire between two TAP devices that loses frames and takes its time, because not every kernel has sch_netem.

bad-wire.py NAME NAME LOSS DELAY_MS SEED: makes both devices where it runs; either may be moved elsewhere then. Says "ready",
and at SIGTERM how many frames came and were lost, each way.
"""
import collections
import fcntl
import os
import random
import select
import signal
import struct
import sys
import time

# linux/if_tun.h
TUNSETIFF = 0x400454CA
IFF_TAP = 0x0002
IFF_NO_PI = 0x1000
FRAME_MAX = 2048


class Way:
    def __init__(self, source, sink):
        self.source, self.sink = source, sink
        self.queue = collections.deque()
        self.came = self.lost = 0


def tap(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP | IFF_NO_PI))
    return device


def relay(ways, loss, delay, chance):
    running = [True]
    signal.signal(signal.SIGTERM, lambda *_: running.clear())
    print("ready", flush=True)
    while running:
        due = [way.queue[0][0] for way in ways if way.queue]
        wait = max(0.0, min([0.2, *(at - time.monotonic() for at in due)]))
        for source in select.select([way.source for way in ways], [], [], wait)[0]:
            way = next(way for way in ways if way.source == source)
            try:
                frame = os.read(source, FRAME_MAX)
            except OSError:
                continue
            way.came += 1
            if chance.random() < loss:
                way.lost += 1
            else:
                way.queue.append((time.monotonic() + delay, frame))
        for way in ways:
            while way.queue and way.queue[0][0] <= time.monotonic():
                frame = way.queue.popleft()[1]
                try:
                    os.write(way.sink, frame)
                except OSError:
                    pass  # the other end is down


if __name__ == "__main__":
    left, right = tap(sys.argv[1]), tap(sys.argv[2])
    both = [Way(left, right), Way(right, left)]
    relay(both, float(sys.argv[3]), float(sys.argv[4]) / 1000, random.Random(int(sys.argv[5])))
    print(" ".join(f"{way.came} {way.lost}" for way in both), flush=True)
