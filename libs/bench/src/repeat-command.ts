import { shortName } from '#approaches';
import { shellWord } from '#command-line';
import type { BenchServer } from './bench-server.ts';

/** The command that repeats one line of a result: a scenario on a server, beside the baseline. */
export function repeatCommand(
  scenario: string,
  server: BenchServer,
  baseline: BenchServer | undefined,
  same: readonly string[],
): string {
  const wanted = baseline === undefined || baseline.name === server.name ? [server] : [server, baseline];
  const names = (kind: BenchServer['kind']): string[] => wanted.filter((one) => one.kind === kind).map(({ name }) => name);
  const [own, peers] = [names('approach'), names('peer')];
  const given = wanted.filter(({ kind }) => kind === 'outside').map(({ name, spec }) => `${name}=${String(spec([]).command)}`);
  return [
    'npm run bench -- --scenarios',
    scenario,
    '--servers',
    own.length > 0 ? own.map(shortName).join(',') : 'none',
    ...(peers.length > 0 ? ['--peers', peers.join(',')] : []),
    ...given.flatMap((command) => ['--server', shellWord(command)]),
    ...(baseline === undefined ? [] : ['--baseline', baseline.name]),
    ...same.map(shellWord),
  ].join(' ');
}
