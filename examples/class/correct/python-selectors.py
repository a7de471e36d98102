"""An echo server with one thread, which asks the system what sockets are ready."""

import contextlib
import selectors
import socket
import sys

LARGEST_MESSAGE = 65536


class Connection:
    """A client from which the server either awaits a message or to which it owes the rest of a reply, never both.

    A client that does not read is therefore not read from either, and takes up the memory of one reply at most.
    """

    def __init__(self, sock, selector):
        self.sock = sock
        self.selector = selector
        self.unsent = b""
        sock.setblocking(False)
        selector.register(sock, selectors.EVENT_READ, self.on_ready)

    def on_ready(self):
        try:
            if not self.unsent:
                message = self.sock.recv(LARGEST_MESSAGE)
                if not message:
                    return self.close()
                self.unsent = memoryview(b"Echo: " + message)
            sent = self.sock.send(self.unsent)
            self.unsent = self.unsent[sent:]
        except BlockingIOError:
            pass
        except OSError:
            return self.close()
        awaited = selectors.EVENT_WRITE if self.unsent else selectors.EVENT_READ
        self.selector.modify(self.sock, awaited, self.on_ready)

    def close(self):
        self.selector.unregister(self.sock)
        self.sock.close()


def serve(port):
    with (
        selectors.DefaultSelector() as selector,
        socket.create_server(("127.0.0.1", port), backlog=1024) as listener,
    ):

        def on_client():
            # A client that cannot be accepted now (too many files are open) waits in the system's queue.
            with contextlib.suppress(OSError):
                Connection(listener.accept()[0], selector)

        listener.setblocking(False)
        selector.register(listener, selectors.EVENT_READ, on_client)
        while True:
            for key, _ in selector.select():
                key.data()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        serve(int(sys.argv[1]))
