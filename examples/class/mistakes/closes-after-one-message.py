import socket
import sys
import threading


def serve(client):
    with client:
        try:
            message = client.recv(4096)
            if message:
                client.sendall(b'Echo: ' + message)
        except ConnectionError:
            print('a client left')


server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
print('waiting for clients')
while True:
    client, address = server.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
