import { type BenchProgress, unitOf } from '#bench';
import { writeStatement, writeValue } from '#record';
import type { BenchCatalogue } from './catalogue.ts';

/** What happens, as a line on stderr. */
export function progressLine(progress: BenchProgress, catalogue: BenchCatalogue): string {
  const { progress: words, locale } = catalogue;
  switch (progress.kind) {
    case 'building':
    case 'checking':
      return words[progress.kind](progress.server);
    case 'skipped':
      return catalogue.skipped(progress.server, writeStatement(progress.reason, locale));
    case 'measured': {
      const figures = progress.headlines.map(([{ id, headline }, value, limited]) => {
        return `${id} ${writeValue(value, unitOf(headline) ?? 'plain', locale)}${limited ? '*' : ''}`;
      });
      return words.measured(progress.round, progress.rounds, progress.server, figures.join(', '));
    }
  }
}
