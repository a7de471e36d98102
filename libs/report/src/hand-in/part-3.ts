import { type RunRecord, statement } from '#record';
import type { HandInSection } from './section.ts';
import { listNames, ownServers } from './own-servers.ts';
import { partOf } from './part.ts';

/** The change that makes a serial server concurrent: of ours, since nobody reads the author's code but its readers. */
export function part3(record: RunRecord): HandInSection {
  const own = ownServers(record);
  const list = listNames(own);
  const unread = statement({
    en: `The code of ${list.en} was not read: what makes it serve as it does is for its author to say.`,
    'pt-BR': `O código de ${list['pt-BR']} não foi lido: cabe a quem o escreveu explicar por que ele atende dessa forma.`,
  });
  const section = partOf(record, 3, ({ answer, notes, tables }) => ({
    intro: [answer, ...notes.slice(0, 1)],
    tables: tables.filter(({ changedCode }) => changedCode === true),
  }));
  return own.length === 0 ? section : { ...section, intro: [...(section.intro ?? []), unread] };
}
