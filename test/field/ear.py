"""Listens to all interfaces of the place where it runs. Says "ready", and at SIGTERM what came in and what went out.

A line for each kind of datagram that carries something: "eth0 out udp 67>68" is where, and from port to port.
"""
import signal
import socket
import struct

# linux/if_ether.h, linux/if_packet.h, linux/in.h
ETH_P_ALL = 0x0003
PACKET_OUTGOING = 4
ETHERNET, IPV4 = 14, b"\x08\x00"
TCP, UDP = 6, 17


def heard(frame):
    """The protocol, the ports and the bytes within of a frame that has them."""
    ip = frame[ETHERNET:]
    if frame[12:14] != IPV4 or ip[9] not in (TCP, UDP):
        return None
    segment = ip[(ip[0] & 15) * 4 : struct.unpack(">H", ip[2:4])[0]]
    ports = "%d>%d" % struct.unpack(">HH", segment[:4])
    if ip[9] == UDP:
        return "udp", ports, len(segment) - 8
    return "tcp", ports, len(segment) - (segment[12] >> 4) * 4


if __name__ == "__main__":
    ear = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    ear.settimeout(0.2)
    running = [True]
    signal.signal(signal.SIGTERM, lambda *_: running.clear())
    ways = set()
    print("ready", flush=True)
    while running:
        try:
            frame, (name, _, kind, *_) = ear.recvfrom(2048)
        except socket.timeout:
            continue
        what = heard(frame)
        if what and name != "lo" and what[2] > 0:
            ways.add(" ".join((name, "out" if kind == PACKET_OUTGOING else "in", *what[:2])))
    print("\n".join(sorted(ways)), flush=True)
