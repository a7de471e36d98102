"""A server that truly blocks: it accepts a client, serves it to its end, and only then accepts the next.

While it serves, nobody takes connections off the kernel's queue, which listen(1) keeps short. A Node server cannot show
this: its event loop accepts whatever comes.
"""
import argparse
import contextlib
import json
import os
import socket
import time


def say(event, **fields):
    """Logs a line, with the moment on the clock that clients of the same machine can read too."""
    line = json.dumps({"event": event, "ns": time.monotonic_ns(), **fields}, separators=(",", ":"))
    os.write(1, line.encode() + b"\n")


def quiet(event, **fields):
    """Logs nothing."""


def answer_chunks(connection):
    """Takes what one read brings for a message, until the client's FIN."""
    while data := connection.recv(1024):
        connection.sendall(b"Echo: " + data)


def answer_lines(connection):
    """Takes a line for a message, and sends the replies to all lines of a read at once."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    partial = b""
    while data := connection.recv(65536):
        lines, lf, rest = data.rpartition(b"\n")
        if not lf:
            partial += rest
            continue
        connection.sendall(b"Echo: " + (partial + lines).replace(b"\n", b"\nEcho: ") + lf)
        partial = rest
    if partial:
        connection.sendall(b"Echo: " + partial)


def main():
    parser = argparse.ArgumentParser(description="an echo server that blocks")
    parser.add_argument("--port", type=int, default=5000)
    parser.add_argument("--backlog", type=int, default=1)
    parser.add_argument("--framing", choices=["chunk", "line"], default="chunk")
    parser.add_argument("--log", action="store_true", help="one JSON object for each event")
    options = parser.parse_args()
    log = say if options.log else quiet
    answer = answer_lines if options.framing == "line" else answer_chunks

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", options.port))
    listener.listen(options.backlog)
    host, port = listener.getsockname()
    say("listening", name="python-blocking", host=host, port=port)
    while True:
        connection, (host, port) = listener.accept()
        peer = "{}:{}".format(host, port)
        log("serving", peer=peer)
        with connection, contextlib.suppress(ConnectionError):
            answer(connection)
        log("ended", peer=peer)


if __name__ == "__main__":
    main()
