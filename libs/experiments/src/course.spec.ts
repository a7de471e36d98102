import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { describe, expect } from '@jest/globals';
import { approaches } from '#approaches';
import { descriptorsOf, processesOf, type Python, threadsOf } from '#machine';
import type { ServerEvent } from '#record';
import { Clock } from './running/clock.ts';
import type { Lab, Subject } from './running/lab.ts';
import type { LabServer } from './running/lab-server.ts';
import { pythonServers } from './running/python-servers.ts';
import { labWithPython } from './testing/lab-with-python.ts';
import { testWithPythonOnLinux } from './testing/python-here.ts';

// What the table from the course to these servers says of them (libs/report, texts/bridge.ts), of servers that run.
const { blocking, threads, selectors, asyncio } = pythonServers;
const clients = 8;

function ours(name: string): Subject {
  const found = approaches().find((approach) => approach.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

/** A client that has been answered, and stays. */
async function answered({ address }: LabServer): Promise<Socket> {
  const socket = connect(address);
  socket.write('oi');
  await once(socket, 'data');
  return socket;
}

/** By how much a count of a server's grows, from nobody to so many clients who were all answered and stay. */
function growth(lab: Lab, subject: Subject, count: (pid: number) => number): Promise<number> {
  return lab.serve(subject, [], async (server) => {
    const before = count(server.pid);
    const all = await Promise.all(Array.from({ length: clients }, () => answered(server)));
    const grown = count(server.pid) - before;
    all.forEach((socket) => socket.destroy());
    return grown;
  });
}

/** What is found at a server while it serves the first of so many clients who are all connected. */
async function serving<T>(server: LabServer, find: () => T): Promise<Awaited<T>> {
  const first = await answered(server);
  const others = Array.from({ length: clients - 1 }, () => connect(server.address));
  await Promise.all(others.map((socket) => once(socket, 'connect')));
  const found = await find();
  [first, ...others].forEach((socket) => socket.destroy());
  return found;
}

/** Whether its first process waits with epoll(7). */
function waitsWithEpoll(lab: Lab, subject: Subject): Promise<boolean> {
  return lab.serve(subject, [], async (server) => {
    const socket = await answered(server);
    const folder = `/proc/${server.pid}/fd`;
    const found = readdirSync(folder).some((name) => readlinkSync(`${folder}/${name}`) === 'anon_inode:[eventpoll]');
    socket.destroy();
    return found;
  });
}

const counted = <T>(name: string, expected: T, found: (lab: Lab) => Promise<T>): void => {
  testWithPythonOnLinux(name, async (python: Python) => {
    expect(await found(labWithPython(python))).toEqual(expected);
  });
};

describe('the course', () => {
  counted('blocking: server-serial goes on accepting while it serves', 1, (lab) =>
    lab.serve(ours('server-serial'), [], (server) => {
      const clock = new Clock();
      const count = (events: readonly ServerEvent[], name: string): number => events.filter(({ event }) => event === name).length;
      return serving(server, async () => {
        await server.until(clock, (events) => count(events, 'accepted') === clients);
        return count(server.events(clock), 'serving');
      });
    }),
  );
  // It sits in a read of the first one, so that there is nothing to wait for.
  counted('blocking: python-blocking accepts nobody while it serves', 1, (lab) =>
    lab.serve(blocking, ['--backlog', String(clients)], (server) => {
      const before = descriptorsOf(server.pid);
      return serving(server, () => descriptorsOf(server.pid) - before);
    }),
  );

  counted('threads: python-threads has one for each connection', clients, (lab) => growth(lab, threads, threadsOf));
  counted('threads: server-threads has no more than before', 0, (lab) => growth(lab, ours('server-threads'), threadsOf));

  for (const subject of [ours('server-async'), selectors, asyncio]) {
    counted(`select, asyncio: ${subject.name} waits with epoll`, true, (lab) => waitsWithEpoll(lab, subject));
    counted(`select, asyncio: ${subject.name} starts no thread for a connection`, 0, (lab) => growth(lab, subject, threadsOf));
  }
  counted('threads: python-threads waits without epoll', false, (lab) => waitsWithEpoll(lab, threads));

  counted('processes: server-cluster starts none for a connection', 0, (lab) =>
    growth(lab, ours('server-cluster'), (pid) => processesOf(pid).length),
  );
});
