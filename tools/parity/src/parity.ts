import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { approaches } from '#approaches';

/** Files that say the same in every approach: what differs between two of them is the lesson, and stands elsewhere. */
const identical = ['src/main.ts', 'src/contract.spec.ts'];
/** Files that every approach has, each its own. */
const present = ['src/model.ts', 'src/model.spec.ts'];
/** What the sequence diagram under Topology shows, in this order, each at the start of a label. */
const steps = ['accept', 'hand over', 'reply'];
const headings = ['Topology', 'Accepting', 'Serving', 'Draining', 'What it costs', 'When to use it'];

/** What keeps the approaches of a workspace from being read side by side, a sentence each; none when they are parallel. */
export function parityProblems(root: string): string[] {
  const names = approaches(root).map(({ name }) => name);
  if (names.length === 0) return ['apps: there is no project with the tag app:server'];
  // Most are right: where one drifts, the sentence is to name that one, whichever it is.
  const text = (name: string, file: string): string => read(join(root, 'apps', name, file)).replaceAll(name, 'NAME');
  const usual = new Map(
    [...identical, 'project.json'].map((file) => [file, mostFrequent(names.map((name) => text(name, file)))]),
  );
  return names.flatMap((name) => {
    const at = (file: string): string => join(root, 'apps', name, file);
    const drifted = [...usual].flatMap(([file, expected]) => (text(name, file) === expected ? [] : [file]));
    return [
      ...drifted.map((file) => `apps/${name}/${file}: differs from that of the other approaches`),
      ...identical
        .concat(present)
        .flatMap((file) => (existsSync(at(file)) ? [] : [`apps/${name}/${file}: is missing`])),
      ...(read(at('src/model.ts')).includes(`name: '${name}'`)
        ? []
        : [`apps/${name}/src/model.ts: is not named ${name}`]),
      ...readmeProblems(name, read(at('README.md'))),
    ];
  });
}

/** The first of those that occur most often. */
function mostFrequent(texts: readonly string[]): string | undefined {
  const times = (text: string): number => texts.filter((other) => other === text).length;
  return texts.toSorted((a, b) => times(b) - times(a))[0];
}

function readmeProblems(name: string, readme: string): string[] {
  const found = [...readme.matchAll(/^(#{1,2}) (.+)$/gm)].map(([, level, text]) => `${String(level)} ${String(text)}`);
  const expected = [`# ${name}`, ...headings.map((text) => `## ${text}`)];
  return [
    ...(found.join('\n') === expected.join('\n')
      ? []
      : [`apps/${name}/README.md: needs just the headings ${expected.join(', ')}`]),
    ...(showsSteps(readme)
      ? []
      : [`apps/${name}/README.md: needs a sequence diagram (Mermaid) under Topology that shows ${steps.join(', ')}`]),
  ];
}

function showsSteps(readme: string): boolean {
  const [, topology = ''] = /^## Topology\n(.*?)(?=^## |$(?![^]))/ms.exec(readme) ?? [];
  const [, diagram = ''] = /^```mermaid\nsequenceDiagram\n(.*?)^```$/ms.exec(topology) ?? [];
  const places = steps.map((step) => diagram.search(new RegExp(`: ${step}\\b`)));
  return places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** A file's text; nothing for a file that is not there. */
function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
