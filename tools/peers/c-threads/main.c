/* A thread a connection, each with calls that block: one read, every line of it prefixed, one write. */
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "../c/echo.h"

static bool write_all(int fd, struct bytes *replies) {
    size_t written = 0;
    while (written < replies->length) {
        ssize_t sent = send(fd, replies->at + written, replies->length - written, MSG_NOSIGNAL);
        if (sent < 0) return false;
        written += (size_t)sent;
    }
    replies->length = 0;
    return true;
}

static void *serve(void *argument) {
    int fd = (int)(intptr_t)argument;
    char read_bytes[READ_SIZE];
    struct bytes partial = {0};
    struct bytes replies = {0};
    ssize_t length;
    bool open = true;
    while (open && (length = recv(fd, read_bytes, sizeof read_bytes, 0)) > 0) {
        answer_lines(&replies, &partial, read_bytes, (size_t)length);
        open = write_all(fd, &replies);
    }
    answer_rest(&replies, &partial);
    if (open) write_all(fd, &replies);
    close(fd);
    bytes_free(&partial);
    bytes_free(&replies);
    return NULL;
}

int main(int argc, char **argv) {
    int listener = listen_on_port("c-threads", argc, argv, 0);
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        pthread_t thread;
        if (fd < 0) continue;
        without_delay(fd);
        if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)fd) == 0) pthread_detach(thread);
        else close(fd);
    }
}
