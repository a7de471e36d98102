import socket
import sys


def serve(client):
    try:
        while True:
            message = client.recv(4096)
            if not message:
                break
            client.sendall(b'Echo: ' + message)
    except ConnectionError:
        print('a client left')


server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
print('waiting for clients')
while True:
    client, address = server.accept()
    print('connected:', address)
    with client:
        serve(client)
