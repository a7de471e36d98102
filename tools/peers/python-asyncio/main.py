"""One event loop, asyncio's callbacks: what one read brings is answered with one write."""
import argparse
import asyncio


class Echo(asyncio.Protocol):
    """One connection."""

    def __init__(self, framing):
        self.framing = framing

    def connection_made(self, transport):
        self.transport = transport  # asyncio has switched Nagle's algorithm off.
        self.partial = b""

    def data_received(self, data):
        if self.framing == "chunk":
            self.transport.write(b"Echo: " + data)
            return
        lines, lf, rest = data.rpartition(b"\n")
        if not lf:
            self.partial += rest
            return
        self.transport.write(b"Echo: " + (self.partial + lines).replace(b"\n", b"\nEcho: ") + lf)
        self.partial = rest

    def eof_received(self):
        if self.partial:
            self.transport.write(b"Echo: " + self.partial)
        # Returning nothing has asyncio end the connection when all is written.

    def pause_writing(self):
        self.transport.pause_reading()

    def resume_writing(self):
        self.transport.resume_reading()


async def main():
    parser = argparse.ArgumentParser(description="an echo server on asyncio")
    parser.add_argument("--port", type=int, default=5000)
    parser.add_argument("--backlog", type=int, default=1024)
    parser.add_argument("--framing", choices=["chunk", "line"], default="chunk")
    options = parser.parse_args()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Echo(options.framing), "127.0.0.1", options.port, backlog=options.backlog
    )
    host, port = server.sockets[0].getsockname()
    print("python-asyncio listening on {}:{}".format(host, port), flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
