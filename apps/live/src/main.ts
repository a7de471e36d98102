import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Command, InvalidArgumentError, Option } from 'commander';
import { ExitCode, type Language, languageAsked, languages, runCommandLine, StopRequest } from '#command-line';
import { liveCatalogues } from './catalogue.ts';
import { appOf } from './server/app.ts';
import { castOf } from './server/cast.ts';
import { makePage } from './server/page.ts';
import { Stage } from './server/stage.ts';
import { rounds } from './server/staged-client.ts';
import { Tabs } from './server/tabs.ts';

const host = '127.0.0.1';
const language = languageAsked(process.argv, process.env);
const catalogue = liveCatalogues[language];

interface Flags {
  readonly port: number;
  readonly open?: boolean;
}

const program = new Command('live')
  .description(catalogue.help.live)
  .option('--port <port>', catalogue.help.port, portOf, 4_000)
  .option('--open', catalogue.help.open)
  .addOption(new Option('--lang <language>', language === 'en' ? 'the language' : 'o idioma').choices(languages).default(language))
  .action(live);
await runCommandLine(program);

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError(catalogue.badPort);
}

async function live({ port, open = false }: Flags): Promise<void> {
  using stop = new StopRequest();
  // Another one for each start: no page of another origin can read it, nor send it unasked.
  const token = randomBytes(24).toString('base64url');
  const cast = await castOf();
  const stage = new Stage(cast);
  const listensOn = (): number => (server.address() as AddressInfo).port;
  const app = appOf({ stage, tabs: new Tabs(stage), page: await makePage(cast, token, language satisfies Language), token, port: listensOn });
  const server = createAdaptorServer({ fetch: app.fetch });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    process.stderr.write(`${code === 'EADDRINUSE' ? catalogue.inUse(port) : catalogue.notListening(port, code)}\n`);
    process.exitCode = ExitCode.failed;
    await stage.close();
    return;
  }
  const url = `http://${host}:${listensOn()}/`;
  process.stdout.write(`${catalogue.at(url)}\n`);
  if (open) openBrowser(url);
  // How fast this machine computes is looked at before anybody's clock runs.
  rounds();
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  await stage.close();
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
}

function openBrowser(url: string): void {
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const browser = spawn(program, [url], { stdio: 'ignore', detached: true });
  browser.on('error', () => {
    process.stderr.write(`${catalogue.notOpened(url)}\n`);
  });
  browser.unref();
}
