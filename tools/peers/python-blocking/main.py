"""A server that truly blocks: it accepts a client, serves it to its end, and only then accepts the next.

While it serves, nobody takes connections off the kernel's queue, which listen(1) keeps short. A Node server cannot show
this: its event loop accepts whatever comes.
"""
import argparse
import json
import os
import socket
import time


def say(event, **fields):
    """Logs a line, with the moment on the clock that clients of the same machine can read too."""
    line = json.dumps({"event": event, "ns": time.monotonic_ns(), **fields}, separators=(",", ":"))
    os.write(1, line.encode() + b"\n")


def serve(connection):
    """Answers what each read brings until the client's FIN, or until the connection fails."""
    with connection:
        try:
            while True:
                data = connection.recv(1024)
                if not data:
                    return
                connection.sendall(b"Echo: " + data)
        except ConnectionError:
            return


def main():
    parser = argparse.ArgumentParser(description="an echo server that blocks")
    parser.add_argument("--port", type=int, default=5000)
    parser.add_argument("--backlog", type=int, default=1)
    options = parser.parse_args()

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", options.port))
    listener.listen(options.backlog)
    host, port = listener.getsockname()
    say("listening", name="python-blocking", host=host, port=port)
    while True:
        connection, (host, port) = listener.accept()
        peer = "{}:{}".format(host, port)
        say("serving", peer=peer)
        serve(connection)
        say("ended", peer=peer)


if __name__ == "__main__":
    main()
