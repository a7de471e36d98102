#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void send_all(int client, const char *text, size_t length) {
    while (length > 0) {
        ssize_t sent = write(client, text, length);
        if (sent < 0) return;
        text += sent;
        length -= sent;
    }
}

static void *serve(void *argument) {
    int client = (int)(long)argument;
    char reply[6 + 4096] = "Echo: ";
    ssize_t length;
    while ((length = read(client, reply + 6, sizeof reply - 6)) > 0) {
        send_all(client, reply, 6 + length);
    }
    close(client);
    return NULL;
}

int main(int argc, char *argv[]) {
    (void)argc;
    int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0 || listen(server, 128) < 0) {
        perror("server");
        return 1;
    }
    for (;;) {
        int client = accept(server, NULL, NULL);
        if (client < 0) continue;
        pthread_t thread;
        if (pthread_create(&thread, NULL, serve, (void *)(long)client) == 0) pthread_detach(thread);
        else close(client);
    }
}
