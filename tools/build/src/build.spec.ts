import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { long, whyLong } from '#long-test';
import { builtMain, ServerProcess } from '#testing';
import { licencesFile } from './licences.ts';

/** Skipped where there is no promtool (Debian's package prometheus). */
const promtool = spawnSync('promtool', ['--version']).error === undefined;
const [testWithPromtool, why] = promtool ? [test, ''] : [test.skip, ' (needs promtool, which is not installed)'];

describe.each(approaches())('what is built of $name', ({ name, folder }) => {
  const main = builtMain(folder);
  /** Where there is nothing else of the workspace, and no package. */
  const place = mkdtempSync(join(tmpdir(), 'build-'));
  const read = (file: string): string => readFileSync(join(place, file), 'utf8');

  beforeAll(() => {
    cpSync(dirname(main), place, { recursive: true });
  });
  afterAll(() => {
    rmSync(place, { recursive: true });
  });

  test('needs nothing beside itself', async () => {
    expect(JSON.parse(read('package.json'))).not.toHaveProperty('dependencies');
    const server = await ServerProcess.start(join(place, 'main.js'));
    const client = await server.connect();
    await client.exchange('one');
  });

  test('loads nothing of HTTP before somebody asks for --admin', async () => {
    const tellLoaded = "data:text/javascript,process.on('exit', () => console.error(process.moduleLoadList.join('\\n')))";
    const args = ['--import', tellLoaded, join(place, 'main.js'), '--port', '0'];
    const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    server.stdout.once('data', () => server.kill('SIGTERM'));
    const loaded = await text(server.stderr);
    expect(loaded).toContain('NativeModule net\n');
    expect(loaded).not.toMatch(/^NativeModule (?:_http|https?$|internal\/deps\/undici)/m);
    const scripts = readdirSync(place).filter((file) => file.endsWith('.js'));
    for (const file of scripts) expect(read(file)).not.toMatch(/^import .*"(?:node:)?https?"/m);
  });

  testWithPromtool(`tells metrics without a complaint of promtool${why}`, async () => {
    const server = await ServerProcess.start(join(place, 'main.js'), ['--admin', '127.0.0.1:0']);
    const { port } = await server.said('admin-listening');
    const metrics = await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
    expect(metrics).toContain('echo_connections_accepted_total 0\n');
    expect(execFileSync('promtool', ['check', 'metrics'], { input: metrics, encoding: 'utf8' })).toBe('');
  });

  const some = long || folder === approaches()[0]?.folder;
  (some ? test : test.skip)(`writes for people, too${some ? '' : whyLong('all bring the same for that')}`, async () => {
    const server = new ServerProcess(join(place, 'main.js'), ['--log-format', 'pretty']);
    expect(await server.printed()).toMatch(`${name} listening on 127.0.0.1:`);
  });

  test('brings the licence of each package whose code is in it', () => {
    // Where a module begins, esbuild says which.
    const packages = [...read('main.js').matchAll(/^ *\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(([, one]) => one);
    expect(packages).toContain('commander');
    for (const one of new Set(packages)) expect(read(licencesFile)).toMatch(new RegExp(`^${String(one)} \\d.*\n\n.`, 'm'));
  });

  test('says where in the sources a line comes from', () => {
    const { sources } = JSON.parse(read('main.js.map')) as { readonly sources: readonly string[] };
    expect(sources).toContain(`../../../apps/${name}/src/model.ts`);
  });
});
