#include <arpa/inet.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int send_all(int client, const char *text, size_t length) {
    while (length > 0) {
        ssize_t sent = write(client, text, length);
        if (sent < 0) return -1;
        text += sent;
        length -= sent;
    }
    return 0;
}

static void *serve(void *argument) {
    int client = (int)(long)argument;
    char message[4096], reply[4096 + 6];
    ssize_t length;
    while ((length = read(client, message, sizeof message - 1)) > 0) {
        message[length] = '\0';
        sprintf(reply, "Echo: %s", message);
        if (send_all(client, reply, strlen(reply)) < 0) break;
    }
    close(client);
    return NULL;
}

int main(int argc, char *argv[]) {
    (void)argc;
    signal(SIGPIPE, SIG_IGN);
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
