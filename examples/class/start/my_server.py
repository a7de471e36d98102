"""An echo server, to be finished. What it must do: ../assignment.md"""
import socket
import sys


def serve(client):
    """Answers what one client sends, until it leaves."""
    # To do, level basic: read, and reply b'Echo: ' and what was read; again, until the client closes.


def main():
    port = int(sys.argv[1])
    server = socket.create_server(('127.0.0.1', port))
    while True:
        client, address = server.accept()
        # To do, level concurrent: meanwhile, the next client must be accepted.
        with client:
            serve(client)


main()
