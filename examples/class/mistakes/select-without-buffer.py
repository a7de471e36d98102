import selectors
import socket
import sys

selector = selectors.DefaultSelector()
server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
server.setblocking(False)
selector.register(server, selectors.EVENT_READ)


def accept():
    client, address = server.accept()
    client.setblocking(False)
    selector.register(client, selectors.EVENT_READ)


def leave(client):
    selector.unregister(client)
    client.close()


def answer(client):
    try:
        message = client.recv(4096)
        if message:
            client.send(b'Echo: ' + message)
        else:
            leave(client)
    except BlockingIOError:
        pass  # it cannot be sent now, and the others wait
    except ConnectionError:
        leave(client)


while True:
    for key, events in selector.select():
        if key.fileobj is server:
            accept()
        else:
            answer(key.fileobj)
