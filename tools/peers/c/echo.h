/* What the servers in C share: a port to listen on, and lines with their prefix. */
#ifndef ECHO_H
#define ECHO_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* What one read takes at most. */
enum { READ_SIZE = 65536, PREFIX_SIZE = 6 };

/* Bytes that grow. All zero is empty, and holds no memory. */
struct bytes {
    char *at;
    size_t length;
    size_t capacity;
};

static inline void bytes_free(struct bytes *bytes) {
    free(bytes->at);
    *bytes = (struct bytes){0};
}

static inline void bytes_append(struct bytes *bytes, const char *from, size_t length) {
    if (bytes->capacity - bytes->length < length) {
        bytes->capacity = 2 * (bytes->length + length);
        bytes->at = realloc(bytes->at, bytes->capacity);
        if (bytes->at == NULL) {
            perror("realloc");
            exit(1);
        }
    }
    memcpy(bytes->at + bytes->length, from, length);
    bytes->length += length;
}

/* Appends the replies to the lines that a read completes; `partial` is the line that it, or an earlier one, began. */
static inline void answer_lines(struct bytes *replies, struct bytes *partial, const char *read, size_t length) {
    const char *end = read + length;
    const char *lf;
    while (read < end && (lf = memchr(read, '\n', (size_t)(end - read))) != NULL) {
        bytes_append(replies, "Echo: ", PREFIX_SIZE);
        if (partial->length > 0) {
            bytes_append(replies, partial->at, partial->length);
            bytes_free(partial);
        }
        bytes_append(replies, read, (size_t)(lf + 1 - read));
        read = lf + 1;
    }
    if (read < end) bytes_append(partial, read, (size_t)(end - read));
}

/* Appends the reply to a last line that has no end. */
static inline void answer_rest(struct bytes *replies, struct bytes *partial) {
    if (partial->length == 0) return;
    bytes_append(replies, "Echo: ", PREFIX_SIZE);
    bytes_append(replies, partial->at, partial->length);
    bytes_free(partial);
}

static inline void without_delay(int fd) {
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
}

/* Takes `--port N`, listens on it and says so. `flags` are for socket(2). Ends the program where it cannot. */
static inline int listen_on_port(const char *name, int argc, char **argv, int flags) {
    int port = argc == 3 && strcmp(argv[1], "--port") == 0 ? atoi(argv[2]) : 5000;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons((in_port_t)port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | flags, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 1024) != 0) {
        perror(name);
        exit(1);
    }
    getsockname(listener, (struct sockaddr *)&address, &size);
    printf("%s listening on 127.0.0.1:%d\n", name, ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

#endif
