"""An echo server with one coroutine for each client."""

import asyncio
import contextlib
import sys

LARGEST_MESSAGE = 65536


async def echo(reader, writer):
    try:
        while message := await reader.read(LARGEST_MESSAGE):
            writer.write(b"Echo: " + message)
            await writer.drain()
    except (OSError, asyncio.CancelledError):
        pass  # The connection broke, and ends alone; or the server was stopped, and ends them all.
    finally:
        writer.close()  # Sends what is still to be sent first.


async def serve(port):
    async with await asyncio.start_server(echo, "127.0.0.1", port) as server:
        await server.serve_forever()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(int(sys.argv[1])))
