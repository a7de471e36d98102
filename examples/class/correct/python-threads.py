"""An echo server with one thread for each client."""

import contextlib
import socketserver
import sys

LARGEST_MESSAGE = 65536


class EchoHandler(socketserver.BaseRequestHandler):
    def handle(self):
        # A connection that breaks ends here; the server goes on.
        with contextlib.suppress(OSError):
            while message := self.request.recv(LARGEST_MESSAGE):
                self.request.sendall(b"Echo: " + message)


class EchoServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 1024


if __name__ == "__main__":
    with EchoServer(("127.0.0.1", int(sys.argv[1])), EchoHandler) as server:
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
