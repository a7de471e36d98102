"""One thread and a selector: whoever can be read from, or written to, has its turn.

This is the loop that asyncio and Node bring along, written out. The selector is the best that the system has, epoll(7)
on Linux; select(2), after which the module is named, takes no descriptor from 1,024 on.
"""
import argparse
import contextlib
import selectors
import socket


class Echo:
    """One connection. While a reply is not sent whole, nothing more is read."""

    def __init__(self, connection, selector, framing):
        self.connection = connection
        self.selector = selector
        self.framing = framing
        self.partial = b""
        self.unsent = b""
        self.over = False
        self.waits_for = selectors.EVENT_READ
        selector.register(connection, self.waits_for, self.take_turn)

    def take_turn(self):
        try:
            if not self.unsent:
                self.read()
            if self.unsent:
                self.unsent = self.unsent[self.connection.send(self.unsent):]
        except BlockingIOError:
            pass  # The selector says when it can go on.
        except ConnectionError:
            self.over, self.unsent = True, b""
        if self.over and not self.unsent:
            self.selector.unregister(self.connection)
            self.connection.close()
        else:
            self.wait_for(selectors.EVENT_WRITE if self.unsent else selectors.EVENT_READ)

    def read(self):
        data = self.connection.recv(65536)
        if not data:
            self.over = True
            self.unsent = b"Echo: " + self.partial if self.partial else b""
        elif self.framing == "chunk":
            self.unsent = b"Echo: " + data
        else:
            self.unsent = self.answer_lines(data)

    def answer_lines(self, data):
        lines, lf, rest = data.rpartition(b"\n")
        if not lf:
            self.partial += rest
            return b""
        replies = b"Echo: " + (self.partial + lines).replace(b"\n", b"\nEcho: ") + lf
        self.partial = rest
        return replies

    def wait_for(self, event):
        if event != self.waits_for:
            self.waits_for = event
            self.selector.modify(self.connection, event, self.take_turn)


def main():
    parser = argparse.ArgumentParser(description="an echo server on a selector")
    parser.add_argument("--port", type=int, default=5000)
    parser.add_argument("--backlog", type=int, default=1024)
    parser.add_argument("--framing", choices=["chunk", "line"], default="chunk")
    options = parser.parse_args()

    selector = selectors.DefaultSelector()
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", options.port))
    listener.listen(options.backlog)
    listener.setblocking(False)

    def accept():
        # Whoever was there when the selector looked may have left.
        with contextlib.suppress(BlockingIOError, ConnectionAbortedError):
            connection, _ = listener.accept()
            connection.setblocking(False)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            Echo(connection, selector, options.framing)

    selector.register(listener, selectors.EVENT_READ, accept)
    host, port = listener.getsockname()
    print("python-selectors listening on {}:{}".format(host, port), flush=True)
    while True:
        for key, _ in selector.select():
            key.data()


if __name__ == "__main__":
    main()
