import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What keeps a document in Portuguese, `X.pt-BR.md`, from being read in place of the English one, `X.md`, a sentence each:
 * both have the same headings in number and level, and under each of them the same commands in the same order, the same
 * code, links and figures. The sentences are each language's own.
 */
export function translationProblems(root: string): readonly string[] {
  const files = globSync(['*.pt-BR.md', '{apps,libs,tools,docs,examples}/**/*.pt-BR.md'], {
    cwd: root,
    exclude: (name) => name === 'node_modules',
  });
  if (files.length === 0) return ['there is no document in Portuguese'];
  return files.toSorted().flatMap((file) => {
    const english = file.replace('.pt-BR.md', '.md');
    if (!existsSync(join(root, english))) return [`${file}: there is no ${english}`];
    const text = (path: string): string => readFileSync(join(root, path), 'utf8').replace(named, 'mine').replace(asked, '');
    return differences(text(english), text(file)).map((problem) => `${file}: ${problem}`);
  });
}

/** Names that a reader is to choose, which speak the reader's language; and that the answer is to, where it is asked for. */
const named = /\b(?:my|meu|minha)_\w+|\b(?:mine|minha)\b/g;
const asked = / --lang pt-BR(?=\n)/g;

/** Where the one says something else than the other. */
export function differences(english: string, portuguese: string): readonly string[] {
  const [here, there] = [sectionsOf(portuguese), sectionsOf(english)];
  const levels = (sections: readonly Section[]): string => sections.map(({ level }) => level).join(' ');
  if (levels(here) !== levels(there)) return [`has headings of levels ${levels(here)}, the English one ${levels(there)}`];
  return here.flatMap(({ title, text }, index) =>
    Object.entries(compared).flatMap(([what, find]) => {
      const [mine, theirs] = [find(text), find(there[index]?.text ?? '')];
      if (mine.join('\n') === theirs.join('\n')) return [];
      return [`${title}: other ${what}; only here: ${only(mine, theirs)}; only in English: ${only(theirs, mine)}`];
    }),
  );
}

function only(some: readonly string[], others: readonly string[]): string {
  return some.filter((one) => !others.includes(one)).join(', ');
}

interface Section {
  readonly level: number;
  readonly title: string;
  readonly text: string;
}

function sectionsOf(document: string): readonly Section[] {
  return document.split(/^(?=#{1,6} )/m).map((text) => {
    const [, marks = '', title = ''] = /^(#+) (.*)/.exec(text) ?? [];
    return { level: marks.length, title, text: text.slice(text.indexOf('\n')) };
  });
}

const compared: Readonly<Record<string, (text: string) => readonly string[]>> = {
  commands: (text) => Array.from(text.matchAll(command), ([, line = '']) => line.replace(/\s+# .*$/, '')),
  code: (text) => {
    const spans = Array.from(text.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
    return spans.map((code) => code.replace(/\s+/g, ' ').replace(placeholder, 'VALUE')).toSorted();
  },
  links: (text) => {
    const targets = Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, target = '']) => target);
    return targets.map((target) => target.replace('.pt-BR.md', '.md')).toSorted();
  },
  figures: (text) => {
    const prose = text.replace(/`[^`]+`/g, '').replace(command, '');
    const figures = Array.from(prose.matchAll(/\d+(?:[.,]\d+)*/g), ([figure]) => figure);
    // 3.48 and 10,000 are 3,48 and 10.000 in Portuguese.
    return figures.map((figure) => figure.replace(/[.,]/g, '')).toSorted();
  },
};

/** What stands for a value, `--port PORT`, is each language's own. */
const placeholder = /(?<=[ :])\p{Lu}{3,}(?!\p{L})/gu;

/** A line of a block of code that a person is to type. */
const command = /^ {4}(?:\$ )?((?:[A-Z_]+=\S+ )?(?:npm|npx|node|nx|cc|python3|printf|tools\/).*)$/gm;
