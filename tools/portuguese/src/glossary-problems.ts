import { glossary } from './glossary.ts';
import type { PortugueseText } from './portuguese-texts.ts';

/** What is typed or read by programs as it stands, and so is in no language: code, options, placeholders, addresses. */
const code = /`[^`]*`|--[\w-]+|\{[\w-]*\}|\S+\/\S+|\S+\.(?:ts|json|md|html)\b/g;

const forbidden = glossary.flatMap(({ english, portuguese, not }) =>
  not.map((form) => ({ english, portuguese, form: new RegExp(`(?<![\\p{L}-])(?:${form})(?![\\p{L}-])`, 'iu') })),
);

/** Where texts say it otherwise than the glossary, a sentence each. */
export function glossaryProblems(texts: readonly PortugueseText[]): readonly string[] {
  return texts.flatMap(({ file, line, text, english }) => {
    const words = text.replace(code, ' ');
    const problem = (what: string): string => `${file}:${String(line)}: ${what} in: ${text}`;
    const forms = forbidden.flatMap(({ english: term, portuguese, form }) => {
      const [found] = form.exec(words) ?? [];
      return found === undefined ? [] : [problem(`"${found}" (${term} is: ${portuguese})`)];
    });
    if (english === undefined) return forms;
    // One Portuguese word could stand for both, and did: what English says decides.
    const kernel = /\bkernels?\b/i.test(english) && !/kernel/i.test(text) ? [problem('no "kernel", which English has')] : [];
    const core = /núcleo/i.test(words) && !/\b(?:cores?|cpus?)\b/i.test(english) ? [problem('"núcleo" where English has no core')] : [];
    return [...forms, ...kernel, ...core];
  });
}
