/*
 * A load generator that shares nothing with libs/measure, to hold its figures against: other language, one thread on
 * epoll(7), messages written anew each time and counted by their line feeds. The server's CPU time is read from the
 * kernel's own clock of that process (clock_getcpuclockid(3)), in ns and with all its threads, those that have ended, too.
 * It counts one process alone: servers with several are beyond it.
 *
 * generator PORT PID CONNECTIONS RATE WARMUP SECONDS
 *
 * RATE 0 is a closed loop with one message in flight on each connection; else so many messages a second, evenly spaced,
 * whatever the server does. Writes `messages seconds cpu-microseconds`. Exits 1 at the first reply that is wrong.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { MESSAGE = 32, LINE = MESSAGE + 1, REPLY = LINE + 6, MOST = 1000 };

struct connection {
    int socket;
    unsigned long sent, answered;
    char partial[REPLY];
    int length;
};

static struct connection connections[MOST];
static int count;
static unsigned long messages;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static double now(clockid_t clock) {
    struct timespec time;
    if (clock_gettime(clock, &time) < 0) fail("clock_gettime");
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Message `number` of a connection, with its line feed and a zero. */
static void message(char *into, int connection, unsigned long number) {
    snprintf(into, LINE + 1, "%04d %012lu independent...\n", connection, number);
}

static void send_one(int index) {
    char line[LINE + 1];
    message(line, index, connections[index].sent++);
    if (write(connections[index].socket, line, LINE) != LINE) fail("write");
}

/* How many whole replies a read brought, each compared with what it must be. */
static int receive(int index) {
    struct connection *one = &connections[index];
    char bytes[65536], expected[REPLY + 1] = "Echo: ";
    ssize_t got = read(one->socket, bytes, sizeof bytes);
    if (got <= 0) fail("read");
    int whole = 0;
    for (ssize_t at = 0; at < got; at++) {
        if (one->length == REPLY) exit(1);
        one->partial[one->length++] = bytes[at];
        if (bytes[at] != '\n') continue;
        message(expected + 6, index, one->answered++);
        if (one->length != REPLY || memcmp(expected, one->partial, REPLY) != 0) {
            fprintf(stderr, "wrong reply: %.*s", one->length, one->partial);
            exit(1);
        }
        one->length = 0;
        whole++;
    }
    messages += (unsigned long)whole;
    return whole;
}

static void run(int queue, int timer, double rate, double seconds) {
    double start = now(CLOCK_MONOTONIC), over = start + seconds;
    unsigned long due = 0;
    messages = 0;
    if (rate == 0)
        for (int index = 0; index < count; index++) send_one(index);
    for (;;) {
        double time = now(CLOCK_MONOTONIC);
        if (rate > 0 && time < over) {
            for (; start + (double)due / rate <= time; due++) send_one((int)(due % (unsigned long)count));
            double wait = start + (double)due / rate - time;
            struct itimerspec at = {.it_value = {.tv_sec = (time_t)wait, .tv_nsec = (long)((wait - (double)(time_t)wait) * 1e9) + 1}};
            if (timerfd_settime(timer, 0, &at, NULL) < 0) fail("timerfd_settime");
        }
        unsigned long open = 0;
        for (int index = 0; index < count; index++) open += connections[index].sent - connections[index].answered;
        if (time >= over && open == 0) return;
        struct epoll_event events[64];
        int ready = epoll_wait(queue, events, 64, 1000);
        if (ready < 0) fail("epoll_wait");
        for (int event = 0; event < ready; event++) {
            int index = events[event].data.fd;
            unsigned long ticks;
            if (index < 0) {
                if (read(timer, &ticks, sizeof ticks) < 0) fail("read");
            } else {
                int whole = receive(index);
                if (rate == 0 && now(CLOCK_MONOTONIC) < over)
                    for (; whole > 0; whole--) send_one(index);
            }
        }
    }
}

int main(int argc, char **argv) {
    if (argc != 7) return 2;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    clockid_t clock;
    if (clock_getcpuclockid(atoi(argv[2]), &clock) != 0) fail("clock_getcpuclockid");
    count = atoi(argv[3]);
    if (count < 1 || count > MOST) return 2;
    double rate = atof(argv[4]), warmup = atof(argv[5]), seconds = atof(argv[6]);

    int queue = epoll_create1(0), timer = timerfd_create(CLOCK_MONOTONIC, 0);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = -1};
    if (epoll_ctl(queue, EPOLL_CTL_ADD, timer, &event) < 0) fail("epoll_ctl");
    for (int index = 0; index < count; index++) {
        int on = 1, one = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(one, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
        setsockopt(one, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        connections[index].socket = one;
        event.data.fd = index;
        if (epoll_ctl(queue, EPOLL_CTL_ADD, one, &event) < 0) fail("epoll_ctl");
    }
    run(queue, timer, rate, warmup);
    double cpu = now(clock), start = now(CLOCK_MONOTONIC);
    run(queue, timer, rate, seconds);
    printf("%lu %.6f %.1f\n", messages, now(CLOCK_MONOTONIC) - start, (now(clock) - cpu) * 1e6);
    return 0;
}
