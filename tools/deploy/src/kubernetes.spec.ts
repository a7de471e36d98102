import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '#approaches';
import { parseDuration } from '#command-line';
import { long, whyLong } from '#long-test';

const folder = join(workspaceRoot, 'deploy/kubernetes');

/** By itself, or as it is part of kubectl; neither asks a cluster. */
const [program, ...renders] =
  [['kustomize', 'build'] as const, ['kubectl', 'kustomize'] as const].find(
    ([one]) => spawnSync(one, ['--help']).error === undefined,
  ) ?? [];
const [describeWithKustomize, why] =
  program === undefined ? [describe.skip, ' (needs kustomize or kubectl, which are not installed)'] : [describe, ''];

function problemsOf(manifests: string): string {
  const script = join(import.meta.dirname, 'testing/manifest-problems.ts');
  return execFileSync(process.execPath, [script], { input: manifests, encoding: 'utf8' });
}

const overlays = readdirSync(folder).filter((name) => name !== 'base');

describeWithKustomize.each(overlays)(`what kustomize makes of %s${why}`, (overlay) => {
  let manifests = '';
  beforeAll(() => {
    manifests = execFileSync(String(program), [...renders, join(folder, overlay)], { encoding: 'utf8' });
  });

  test('is what the schemas of Kubernetes ask for', () => {
    expect(manifests.match(/^kind: .*/gm)).toEqual(['kind: Service', 'kind: Deployment', 'kind: PodDisruptionBudget']);
    expect(problemsOf(manifests)).toBe('');
  });

  const tried = overlay === overlays[0] || long;
  (tried ? test : test.skip)(`would be found out for a value of another type, and for a field that there is not${tried ? '' : whyLong('what finds it out is one for all')}`, () => {
    const wrong = ['replicas: two', 'replica: 2'].map((line) => manifests.replace('replicas: 2', line));
    expect(problemsOf(wrong.join('\n---\n')).split('\n')).toEqual([
      'apps/v1 Deployment: data/spec/replicas must be integer',
      'apps/v1 Deployment: /spec/replica is no field of it',
      '',
    ]);
  });

  test('starts the image of that server, and gives it the time to drain', () => {
    expect(manifests).toContain(`image: echo-lab/${overlay}\n`);
    const valueOf = (name: string): number => Number(parseDuration(new RegExp(`${name}\n *value: (\\S+)`).exec(manifests)?.[1] ?? ''));
    const graceS = Number(/terminationGracePeriodSeconds: (\d+)/.exec(manifests)?.[1]);
    expect(graceS * 1_000).toBeGreaterThan(valueOf('ECHO_DRAIN_DELAY') + valueOf('ECHO_DRAIN_TIMEOUT'));
  });
});
