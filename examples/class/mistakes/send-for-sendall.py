import socket
import sys
import threading

AN_HOUR = 3600


def serve(client):
    with client:
        try:
            client.settimeout(AN_HOUR)  # who is silent for so long has gone
            client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # many clients, little memory for each
            while True:
                message = client.recv(65536)
                if not message:
                    break
                client.send(b'Echo: ' + message)
        except OSError:
            print('a client left')


server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
print('waiting for clients')
while True:
    client, address = server.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
