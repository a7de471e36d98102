"""A thread a connection, in the design of the course report that Echo Lab started from.

With framing chunk it keeps that design, its flaws included: each read of at most 1,024 bytes is decoded and answered by
itself, an exception ends the connection, and the threads are daemons, which the interpreter leaves where they are when
it exits. Framing line is for measuring: it answers the lines of a read with one send, as the other peers do.
"""
import argparse
import contextlib
import json
import os
import socket
import threading
import time


def say(event, **fields):
    """Logs a line, with the moment on the clock that clients of the same machine can read too.

    Past print(), whose buffer a daemon thread may hold when the interpreter wants to close it.
    """
    line = json.dumps({"event": event, "ns": time.monotonic_ns(), **fields}, separators=(",", ":"))
    os.write(1, line.encode() + b"\n")


def quiet(event, **fields):
    """Logs nothing."""


def answer_chunks(connection, peer, work, log):
    """Takes what one read brings for a message. A read that ends within a character raises UnicodeDecodeError."""
    while True:
        data = connection.recv(1024)
        if not data:
            return
        text = data.decode("utf-8")
        log("received", peer=peer)
        time.sleep(work)
        connection.sendall("Echo: {}".format(text).encode("utf-8"))


def answer_lines(connection):
    """Takes a line for a message, and sends the replies to all lines of a read at once."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    partial = b""
    while True:
        data = connection.recv(65536)
        if not data:
            break
        lines, lf, rest = data.rpartition(b"\n")
        if not lf:
            partial += rest
            continue
        connection.sendall(b"Echo: " + (partial + lines).replace(b"\n", b"\nEcho: ") + lf)
        partial = rest
    if partial:
        connection.sendall(b"Echo: " + partial)


def serve(connection, peer, options, log):
    log("serving", peer=peer)
    try:
        if options.framing == "line":
            with contextlib.suppress(ConnectionError):
                answer_lines(connection)
        else:
            answer_chunks(connection, peer, options.work / 1000, log)
    finally:
        connection.close()
        log("ended", peer=peer)


def main():
    parser = argparse.ArgumentParser(description="an echo server with a thread a connection")
    parser.add_argument("--port", type=int, default=5000)
    parser.add_argument("--backlog", type=int, default=5)
    parser.add_argument("--framing", choices=["chunk", "line"], default="chunk")
    parser.add_argument("--work", type=float, default=0, metavar="MS", help="service time of a message, framing chunk")
    parser.add_argument("--log", action="store_true", help="one JSON object for each event")
    options = parser.parse_args()
    log = say if options.log else quiet

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", options.port))
    listener.listen(options.backlog)
    host, port = listener.getsockname()
    say("listening", name="python-threads", host=host, port=port)
    try:
        while True:
            connection, (host, port) = listener.accept()
            peer = "{}:{}".format(host, port)
            threading.Thread(target=serve, args=(connection, peer, options, log), daemon=True).start()
    except KeyboardInterrupt:
        log("stopped")
    finally:
        listener.close()


if __name__ == "__main__":
    main()
