import type { Statement } from '#record';

/** What sentences lack: placeholders without a figure, and those that only one of the languages has. */
export function missingFigures(sentences: readonly Statement[]): readonly string[] {
  return sentences.flatMap(({ text, figures }) => {
    const [en = [], ptBR = []] = [text.en, text['pt-BR']].map((one) => [...one.matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => name));
    return [
      ...[...en, ...ptBR].filter((name) => !(name in figures)).map((name) => `no figure for ${name}: ${text.en}`),
      ...(en.toSorted().join() === ptBR.toSorted().join() ? [] : [`not the same figures in both languages: ${text.en}`]),
      ...(text.en === '' || text['pt-BR'] === '' ? ['an empty sentence'] : []),
    ];
  });
}
