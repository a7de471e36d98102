/* An echo server with one thread, which asks the system with poll() what sockets are ready. */

#define _GNU_SOURCE /* accept4 */

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PREFIX "Echo: "

enum { PREFIX_LENGTH = sizeof PREFIX - 1, LARGEST_MESSAGE = 65536, BACKLOG = 1024, RETRY_MS = 100 };

/*
 * A client from which the server either awaits a message or to which it owes the rest of a reply, never both. A client
 * that does not read is therefore not read from either, and takes up the memory of one reply at most.
 */
struct connection {
    size_t sent, length; /* of the reply */
    char reply[PREFIX_LENGTH + LARGEST_MESSAGE];
};

/* polls[0] is the listening socket; polls[i] belongs to connections[i] for the others. */
static struct pollfd *polls;
static struct connection **connections;
static size_t count, capacity;

static void die(const char *what)
{
    perror(what);
    exit(EXIT_FAILURE);
}

static bool reserve(size_t wanted)
{
    if (wanted <= capacity)
        return true;
    struct pollfd *more_polls = realloc(polls, 2 * wanted * sizeof *polls);
    if (!more_polls)
        return false;
    polls = more_polls;
    struct connection **more_connections = realloc(connections, 2 * wanted * sizeof *connections);
    if (!more_connections)
        return false;
    connections = more_connections;
    capacity = 2 * wanted;
    return true;
}

static void add_connection(int fd)
{
    struct connection *connection = reserve(count + 1) ? malloc(sizeof *connection) : NULL;
    if (!connection) {
        close(fd);
        return;
    }
    connection->sent = connection->length = 0;
    memcpy(connection->reply, PREFIX, PREFIX_LENGTH);
    polls[count] = (struct pollfd){.fd = fd, .events = POLLIN};
    connections[count] = connection;
    count++;
}

static void remove_connection(size_t i)
{
    close(polls[i].fd);
    free(connections[i]);
    count--;
    polls[i] = polls[count];
    connections[i] = connections[count];
}

/* Reads a message if no reply is owed, and sends what can be sent of the reply. False when the connection is over. */
static bool serve(struct pollfd *entry, struct connection *connection)
{
    if (connection->sent == connection->length) {
        ssize_t n = recv(entry->fd, connection->reply + PREFIX_LENGTH, LARGEST_MESSAGE, 0);
        if (n <= 0)
            return n < 0 && errno == EAGAIN;
        connection->sent = 0;
        connection->length = PREFIX_LENGTH + n;
    }
    ssize_t n = send(entry->fd, connection->reply + connection->sent, connection->length - connection->sent,
                     MSG_NOSIGNAL);
    if (n < 0 && errno != EAGAIN)
        return false;
    if (n > 0)
        connection->sent += n;
    entry->events = connection->sent < connection->length ? POLLOUT : POLLIN;
    return true;
}

static int listen_on(int port)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (fd < 0)
        die("socket");
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0)
        die("bind");
    if (listen(fd, BACKLOG) < 0)
        die("listen");
    return fd;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return EXIT_FAILURE;
    }
    if (!reserve(1))
        die("malloc");
    polls[count++] = (struct pollfd){.fd = listen_on(atoi(argv[1])), .events = POLLIN};

    for (;;) {
        /* After a client could not be accepted (too many files are open), the others are served for a while. */
        if (poll(polls, count, polls[0].events ? -1 : RETRY_MS) < 0 && errno != EINTR)
            die("poll");
        polls[0].events = POLLIN;

        /* From the last to the first, as the last takes the place of one that is removed. */
        for (size_t i = count - 1; i > 0; i--)
            if (polls[i].revents && !serve(&polls[i], connections[i]))
                remove_connection(i);

        if (polls[0].revents) {
            int fd = accept4(polls[0].fd, NULL, NULL, SOCK_NONBLOCK);
            if (fd >= 0)
                add_connection(fd);
            else
                polls[0].events = 0;
        }
    }
}
