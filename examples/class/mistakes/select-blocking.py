import select
import socket
import sys

server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
sockets = [server]


def leave(client):
    sockets.remove(client)
    client.close()


def answer(client):
    try:
        message = client.recv(4096)
        if message:
            client.sendall(b'Echo: ' + message)
        else:
            leave(client)
    except ConnectionError:
        leave(client)


while True:
    readable, _, _ = select.select(sockets, [], [])
    for one in readable:
        if one is server:
            client, address = server.accept()
            sockets.append(client)
        else:
            answer(one)
