"""Starts threads that wait, or threads that compute, as it is told by lines on stdin; answers each with a line of JSON.

grow N: has N threads that wait, and says how many there are, and what refused more.
spin THREADS ROUNDS: computes in so many threads at once, and says, in ms, how long that took, how much CPU time, and how
long the threads were on a core or ready for one, all together; null where the kernel doesn't tell.
"""
import json
import sys
import threading
import time


def compute(rounds):
    """Some arithmetic in Python itself: nothing in it lets go of the interpreter's lock."""
    value = 1
    for number in range(rounds):
        value = (value * 31 + number) % 1000003
    return value


def ready_time():
    """How long the calling thread ran or waited for a core, ns (/proc/PID/schedstat); waiting for a lock is neither."""
    try:
        with open("/proc/thread-self/schedstat") as file:
            ran, waited, _ = file.read().split()
            return int(ran) + int(waited)
    except OSError:
        return None


def grow(threads, wanted, gate):
    """Starts what is missing; each thread waits for a lock that is never let go."""
    while len(threads) < wanted:
        thread = threading.Thread(target=gate.acquire, daemon=True)
        try:
            thread.start()
        except (RuntimeError, MemoryError) as refusal:
            return str(refusal)
        threads.append(thread)
    return None


def spin(count, rounds):
    asked = []
    ready = threading.Barrier(count + 1)

    def run():
        ready.wait()
        compute(rounds)
        asked.append(ready_time())

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    wall, cpu = time.perf_counter(), time.process_time()
    ready.wait()
    for thread in threads:
        thread.join()
    return {
        "wall": (time.perf_counter() - wall) * 1000,
        "cpu": (time.process_time() - cpu) * 1000,
        "asked": None if None in asked else sum(asked) / 1e6,
    }


def main():
    # A thread that waits for the interpreter's lock wakes this often, s, to ask for it. Every 5 ms, as usual, it would count
    # as one that wants a core; how many can run at once does not depend on it.
    sys.setswitchinterval(1)
    threads = []
    gate = threading.Lock()
    gate.acquire()
    for line in sys.stdin:
        command, *numbers = line.split()
        if command == "grow":
            refused = grow(threads, int(numbers[0]), gate)
            answer = {"threads": len(threads), "refused": refused}
        else:
            answer = spin(int(numbers[0]), int(numbers[1]))
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
