import socket
import sys
import threading


def serve(client):
    with client:
        try:
            while True:
                data = client.recv(1024)
                if not data:
                    break
                message = data.decode('utf-8')
                client.sendall(f'Echo: {message}'.encode('utf-8'))
        except ConnectionError:
            print('a client left')


server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
print('waiting for clients')
while True:
    client, address = server.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
