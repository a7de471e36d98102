import selectors
import socket
import sys

READ = selectors.EVENT_READ
WRITE = selectors.EVENT_WRITE

selector = selectors.DefaultSelector()
server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
server.setblocking(False)
selector.register(server, READ)


def accept():
    client, address = server.accept()
    client.setblocking(False)
    selector.register(client, READ, b'')


def read(client):
    message = client.recv(4096)
    if not message:
        selector.unregister(client)
        client.close()
    else:
        write(client, b'Echo: ' + message)


def write(client, reply):
    try:
        sent = client.send(reply)
    except BlockingIOError:
        sent = 0
    rest = reply[sent:]
    # Nothing more is read from a client before it has taken its reply.
    selector.modify(client, WRITE if rest else READ, rest)


while True:
    for key, events in selector.select():
        if key.fileobj is server:
            accept()
        elif events & READ:
            read(key.fileobj)
        else:
            write(key.fileobj, key.data)
