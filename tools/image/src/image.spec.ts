import { type ChildProcessByStdio, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { whyLong } from '#long-test';
import { Peer } from '#testing';
import { makeBaseImage } from './base-image.ts';

const here = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const missing = ['buildah', 'dpkg-query', 'unshare', 'chroot'].find((program) => !here(program));
const unable = process.getuid?.() !== 0 ? ' (needs root, for a mount)' : missing === undefined ? '' : ` (needs ${missing}, which is not installed)`;
const reason = whyLong('an image is written layer by layer') || unable;
const [describeImage, script] = [reason === '' ? describe : describe.skip, join(import.meta.dirname, 'build-image.ts')];

const megabyte = 1_000_000;

/** A command of an image that runs; what it says on stderr is the test's own. */
type Container = ChildProcessByStdio<null, Readable, null>;

/** What an image says of how it is run. */
interface Config {
  readonly Entrypoint: readonly string[];
  readonly Env: readonly string[];
  readonly User: string;
  readonly StopSignal: string;
  readonly Healthcheck: { readonly Test: readonly string[] };
}

test.each([
  [[], /^one server is built\nUsage: npx nx docker:build /, 2],
  [['server-async', '--nope'], /--nope.*\nUsage: /, 2],
  [['server-async', '--with', 'nope'], /^--with nope is none that is known\nUsage: /, 2],
  [['server-nope', '--with', 'buildah'], /^nothing is built of server-nope; npx nx docker:build server-nope builds it first\n$/, 1],
] as const)('build-image says in a line what is wrong with %j', (args, said, code) => {
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  expect(stderr).toMatch(said);
  expect(status).toBe(code);
});

describe('build-image', () => {
  let bin = '';
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'builders-'));
  });
  afterEach(() => {
    rmSync(bin, { recursive: true });
  });
  const install = (program: string, info: number): void => {
    const says = `#!/bin/sh\n[ "$1" = info ] && exit ${info}\necho ${program} "$@"\nexit 3\n`;
    writeFileSync(join(bin, program), says, { mode: 0o755 });
  };
  /** For a server that is not built: what builds is looked for first. */
  const build = (): string => spawnSync(process.execPath, [script, 'server-nope'], { env: { PATH: bin }, encoding: 'utf8' }).stderr;

  test('leaves out a Docker without its daemon', () => {
    install('docker', 1);
    expect(build()).toMatch(/^an image is built by one of .*\n$/);
    install('buildah', 0);
    expect(build()).toMatch(/^nothing is built of server-nope/);
  });
});

describeImage(`the image of server-cluster${reason}`, () => {
  // Also read where its tests are skipped, and then nothing takes a folder away.
  const folder = reason === '' ? mkdtempSync(join(tmpdir(), 'images-')) : '';
  const env = { ...process.env, CONTAINERS_STORAGE_CONF: join(folder, 'storage.conf'), BUILDAH_ISOLATION: 'chroot' };
  const buildah = (...args: string[]): string => execFileSync('buildah', args, { env, encoding: 'utf8' }).trim();
  let container = '';
  let tree = '';
  let config: Config;

  beforeAll(() => {
    writeFileSync(
      join(folder, 'storage.conf'),
      `[storage]\ndriver = "vfs"\ngraphroot = "${folder}/graph"\nrunroot = "${folder}/run"\n`,
    );
    makeBaseImage('base', env);
    execFileSync(process.execPath, [script, 'server-cluster', '--base', 'localhost/base', '--tag', 'cluster', '--with', 'buildah'], { env });
    const { Docker } = JSON.parse(buildah('inspect', '--type', 'image', 'localhost/cluster')) as { Docker: { config: Config } };
    config = Docker.config;
    container = buildah('from', '--pull-never', 'localhost/cluster');
    tree = buildah('mount', container);
  }, 300_000);

  afterAll(() => {
    if (container !== '') buildah('rm', container);
    buildah('rmi', '--all', '--force');
    rmSync(folder, { recursive: true });
  }, 60_000);

  const started: Container[] = [];
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  /** As process 1 of its own, as the user that the image says, where nothing can be written. */
  const start = (command: readonly string[], admin = '127.0.0.1:0'): Container => {
    const enter = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && mount -t proc proc "$0/proc" && exec chroot "$@"';
    const chroot = [tree, `--userspec=${config.User}`, tree, ...command];
    const within = ['--pid', '--fork', '--kill-child', '--mount', '--propagation', 'private', 'sh', '-c', enter, ...chroot];
    const variables = Object.fromEntries(config.Env.map((one) => one.split(/=(.*)/s).slice(0, 2) as [string, string]));
    const loopback = { ECHO_HOST: '127.0.0.1', ECHO_PORT: '0', ECHO_ADMIN: admin };
    return spawn('unshare', within, { env: { PATH: process.env['PATH'], ...variables, ...loopback }, stdio: ['ignore', 'pipe', 'inherit'] });
  };

  test('says how it is run and asked after, and by whom', () => {
    expect(config).toMatchObject({ User: '65532:65532', StopSignal: 'SIGTERM' });
    expect(config.Entrypoint.at(-1)).toBe('/app/main.js');
    expect(config.Healthcheck.Test).toEqual(['CMD', '/usr/local/bin/node', '-e', expect.stringContaining('/livez')]);
  });

  test('is no more than 60 MB above the Node binary', () => {
    const node = statSync(join(tree, 'usr/local/bin/node')).size;
    expect(sizeOf(tree) - node).toBeLessThan(60 * megabyte);
  });

  test('answers as process 1, as nobody, and drains at SIGTERM with exit 0', async () => {
    const unshare = start([...config.Entrypoint, '--log-format', 'json', '--log-level', 'info']);
    started.push(unshare);
    const ended = once(unshare, 'exit');
    const ports = new Map<string, number>();
    for await (const line of createInterface({ input: unshare.stdout })) {
      const { event, port } = JSON.parse(line) as { event: string; port: number };
      ports.set(event, port);
      if (ports.has('listening') && ports.has('admin-listening')) break;
    }
    const health = (): Promise<unknown[]> =>
      once(start(config.Healthcheck.Test.slice(1), `0.0.0.0:${String(ports.get('admin-listening'))}`), 'exit');
    const pid = readFileSync(`/proc/${String(unshare.pid)}/task/${String(unshare.pid)}/children`, 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^NSpid:\t\d+\t1$/m);
    expect(status).toMatch(/^Uid:\t65532\t/m);

    const peer = await Peer.connect(ports.get('listening') ?? 0);
    await peer.exchange('Cliente 1'); // What the course report's client sends.
    expect(await health()).toEqual([0, null]);
    process.kill(Number(pid), 'SIGTERM');
    await peer.untilEnded();
    peer.socket.end();
    expect(await ended).toEqual([0, null]);
    expect(await health()).toEqual([1, null]);
  });
});

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}
