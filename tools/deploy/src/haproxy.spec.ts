import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { workspaceRoot } from '#approaches';
import { parseDuration } from '#command-line';
import { findProgram } from '#machine';

const file = join(workspaceRoot, 'deploy/haproxy/haproxy.cfg');
const configuration = readFileSync(file, 'utf8');
const deployment = readFileSync(join(workspaceRoot, 'deploy/kubernetes/base/deployment.yaml'), 'utf8');
const production = readFileSync(join(workspaceRoot, 'docs/production.md'), 'utf8');

const env = {
  PATH: process.env['PATH'] ?? '',
  BIND: '127.0.0.1:5000',
  ...{ FIRST: '127.0.0.1:5001', FIRST_ADMIN_HOST: '127.0.0.1', FIRST_ADMIN_PORT: '9464' },
  ...{ SECOND: '127.0.0.1:5002', SECOND_ADMIN_HOST: '127.0.0.1', SECOND_ADMIN_PORT: '9465' },
};
const haproxy = findProgram('haproxy') ?? '';
const there = haproxy !== '';
const [testWithHaproxy, why] = there ? [test, ''] : [test.skip, ' (needs HAProxy, which is not installed)'];

/** What HAProxy says of a configuration; nothing of one whose every line it takes. */
function complaintsOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
  writeFileSync(join(folder, 'haproxy.cfg'), text);
  const { status, stderr } = spawnSync(haproxy, ['-c', '-f', join(folder, 'haproxy.cfg')], { env, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return status === 0 ? stderr : `not valid: ${stderr}`;
}

testWithHaproxy(`haproxy.cfg is one that HAProxy takes without a complaint${why}`, () => {
  expect(complaintsOf(configuration)).toBe('');
  expect(complaintsOf(configuration.replace('leastconn', 'leastcon'))).toContain('leastcon');
});

testWithHaproxy(`haproxy.cfg starts where few descriptors are allowed${why}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
  const limited = ['-c', 'ulimit -n 1024; exec "$1" -db -f "$0"', file, haproxy];
  const running = spawn('sh', limited, { env: { ...env, BIND: join(folder, 'socket') }, stdio: ['ignore', 'pipe', 'pipe'] });
  // It says on stdout what it finds, or on stderr that it cannot start, and ends.
  const [said] = (await Promise.race([
    once(createInterface(running.stdout), 'line'),
    once(createInterface(running.stderr), 'close').then(() => ['it ended']),
  ])) as [string];
  running.kill();
  await once(running, 'close');
  rmSync(folder, { recursive: true });
  expect(said).toMatch(/^Server echo/); // It is down, since nobody is there: HAProxy runs, and asks.
}, 20_000);

test('haproxy.cfg bears silence for longer than --idle-timeout, which is the server’s to keep', () => {
  const idle = Number(parseDuration(/--idle-timeout (\w+)\)/.exec(configuration)?.[1] ?? ''));
  for (const name of ['client', 'server', 'client-fin']) {
    const timeout = new RegExp(`^  timeout ${name} (\\w+)$`, 'm').exec(configuration)?.[1];
    expect(Number(parseDuration(timeout ?? ''))).toBeGreaterThan(idle);
  }
});

test('haproxy.cfg takes nobody for dead who is slow to answer a check', () => {
  const [, check = '', , inter = ''] = /^  timeout check (\w+)$(.*)check inter (\w+)/ms.exec(configuration) ?? [];
  expect(Number(parseDuration(check))).toBeGreaterThan(4 * Number(parseDuration(inter)));
});

test('haproxy.cfg takes an instance out within the --drain-delay that is deployed', () => {
  const [, inter = '', fall = ''] = /check inter (\w+) fall (\d+)/.exec(configuration) ?? [];
  const delay = /ECHO_DRAIN_DELAY\n *value: (\w+)/.exec(deployment)?.[1] ?? '';
  // The first check that fails comes within one interval, the next an interval later.
  expect(Number(parseDuration(delay))).toBeGreaterThan(Number(parseDuration(inter)) * Number(fall));
});

/** It makes the certificate that HAProxy looks for; Debian's HAProxy does without. */
const withOpenssl = there && spawnSync('openssl', ['version']).error === undefined;
const missing = there ? 'openssl' : 'HAProxy';
const [testWithBoth, whyNot] = withOpenssl ? [test, ''] : [test.skip, ` (needs ${missing}, which is not installed)`];

testWithBoth(`the lines in docs/production.md are such that HAProxy takes them in its frontend${whyNot}`, () => {
  const [, lines = ''] = /```haproxy\n(.*?)```/s.exec(production) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
  const pem = join(folder, 'echo.pem');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', pem];
  spawnSync('openssl', ['req', '-x509', '-subj', '/CN=localhost', ...key, '-out', join(folder, 'own')]);
  appendFileSync(pem, readFileSync(join(folder, 'own')));
  const within = (text: string): string => complaintsOf(configuration.replace('  default_backend echo\n', `${text}$&`));
  const found = lines.replace('/etc/haproxy/echo.pem', pem);
  expect(found).not.toBe(lines);
  const complaints = [within(found), within(found.replace('conn_cur,', 'conn_curr,'))];
  rmSync(folder, { recursive: true });
  expect(complaints).toEqual(['', expect.stringContaining('conn_curr')]);
});
