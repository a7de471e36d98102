/* An echo server, to be finished. What it must do: ../assignment.md */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

/* Answers what one client sends, until it leaves. */
static void serve(int client) {
    (void)client;
    /* To do, level basic: read, and reply "Echo: " and what was read; again, until the client closes. */
}

static int listen_on(int port) {
    int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0 || listen(server, 128) < 0) {
        perror("listen");
        exit(1);
    }
    return server;
}

int main(int argc, char *argv[]) {
    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 2;
    }
    int server = listen_on(atoi(argv[1]));
    for (;;) {
        int client = accept(server, NULL, NULL);
        if (client < 0) continue;
        /* To do, level concurrent: meanwhile, the next client must be accepted. */
        serve(client);
        close(client);
    }
}
