/*
 * One thread, one epoll(7) instance: one read, every line of it prefixed, one write. What the kernel does not take at
 * once is kept, and until it is written that connection is not read.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <sys/epoll.h>

#include "../c/echo.h"

enum { EVENTS = 256 };

struct connection {
    int fd;
    bool ended; /* The client's FIN came. */
    struct bytes partial;
    struct bytes replies;
    size_t written; /* Of the replies. */
};

static void close_connection(struct connection *connection) {
    close(connection->fd);
    bytes_free(&connection->partial);
    bytes_free(&connection->replies);
    free(connection);
}

static void watch(int epoll, int operation, struct connection *connection, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = connection};
    epoll_ctl(epoll, operation, connection->fd, &event);
}

/* Writes what there is. False when the connection failed. */
static bool write_replies(struct connection *connection) {
    struct bytes *replies = &connection->replies;
    while (connection->written < replies->length) {
        ssize_t sent = send(connection->fd, replies->at + connection->written, replies->length - connection->written,
                            MSG_NOSIGNAL);
        if (sent < 0) return errno == EAGAIN || errno == EINTR;
        connection->written += (size_t)sent;
    }
    replies->length = 0;
    connection->written = 0;
    return true;
}

static void serve(int epoll, struct connection *connection, uint32_t events) {
    static char read_bytes[READ_SIZE];
    bool waited = connection->replies.length > 0;
    if (!waited && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) {
        ssize_t length = recv(connection->fd, read_bytes, sizeof read_bytes, 0);
        if (length < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (length < 0) {
            close_connection(connection);
            return;
        }
        connection->ended = length == 0;
        if (connection->ended) answer_rest(&connection->replies, &connection->partial);
        else answer_lines(&connection->replies, &connection->partial, read_bytes, (size_t)length);
    }
    if (!write_replies(connection)) {
        close_connection(connection);
        return;
    }
    bool waits = connection->replies.length > 0;
    if (!waits && connection->ended) close_connection(connection);
    else if (waits != waited) watch(epoll, EPOLL_CTL_MOD, connection, waits ? EPOLLOUT : EPOLLIN);
}

static void accept_all(int epoll, int listener) {
    int fd;
    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        struct connection *connection = calloc(1, sizeof *connection);
        if (connection == NULL) {
            close(fd);
            return;
        }
        connection->fd = fd;
        without_delay(fd);
        watch(epoll, EPOLL_CTL_ADD, connection, EPOLLIN);
    }
}

int main(int argc, char **argv) {
    int listener = listen_on_port("c-epoll", argc, argv, SOCK_NONBLOCK);
    int epoll = epoll_create1(0);
    struct epoll_event events[EVENTS] = {{.events = EPOLLIN, .data.ptr = NULL}};
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &events[0]);
    for (;;) {
        int count = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            if (events[i].data.ptr == NULL) accept_all(epoll, listener);
            else serve(epoll, events[i].data.ptr, events[i].events);
        }
    }
}
