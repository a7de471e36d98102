import socket
import sys
import threading
from datetime import datetime


def registrar(texto):
    print(datetime.now().strftime('[%H:%M:%S]'), texto)


def atender(cliente, quem):
    registrar(f'{quem} conectou')
    try:
        dados = cliente.recv(1024)
        while dados:
            texto = dados.decode('utf-8')
            registrar(f'{quem} enviou: {texto}')
            cliente.send(('Echo: ' + texto).encode('utf-8'))
            dados = cliente.recv(1024)
    finally:
        cliente.close()
        registrar(f'{quem} desconectou')


def principal(porta):
    escuta = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    escuta.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    escuta.bind(('127.0.0.1', porta))
    escuta.listen(5)
    registrar(f'servidor na porta {porta}')
    while True:
        cliente, (host, porta_do_cliente) = escuta.accept()
        quem = f'{host}:{porta_do_cliente}'
        threading.Thread(target=atender, args=(cliente, quem), daemon=True).start()


principal(int(sys.argv[1]))
