import { serverPlace } from '#page';
import { joined, type RunRecord, type Statement, statement, type Text } from '#record';

/** The author's own: those that the run was given from outside. Of a record that doesn't tell, those that are none of ours. */
export function ownServers({ outside, servers }: RunRecord): readonly string[] {
  return outside?.map(({ name }) => name) ?? servers.filter((name) => serverPlace(name, []) < 0);
}

/** Whom a part is about: the author's own where they were measured, else one of ours. */
export function subjectsOf(record: RunRecord, measured: readonly string[]): readonly string[] {
  const own = ownServers(record).filter((name) => measured.includes(name));
  return own.length > 0 ? own : measured.slice(0, 1);
}

/** Names in a sentence. */
export function listNames(names: readonly string[]): Text {
  const list = (language: string): string => new Intl.ListFormat(language).format(names);
  return { en: list('en-GB'), 'pt-BR': list('pt-BR') };
}

/** Whose server a part was made with; and of the author's own that are not among them, why. */
export function madeWith(record: RunRecord, subjects: readonly string[]): readonly Statement[] {
  if (subjects.length === 0) return [];
  const own = ownServers(record).some((name) => subjects.includes(name));
  const [en, portuguese] = [own ? 'The author’s own' : 'Of Echo Lab', own ? 'Servidor próprio' : 'Servidor do Echo Lab'];
  const list = listNames(subjects);
  const absent = (record.outside ?? []).filter(({ name }) => !subjects.includes(name));
  return [
    joined([
      statement({ en: `${en}: ${list.en}.`, 'pt-BR': `${portuguese}: ${list['pt-BR']}.` }),
      ...absent.map(({ name, serves }) => statement((isOut(record, name) ? out : promised[serves])(name))),
    ]),
  ];
}

function isOut({ fallen = [] }: RunRecord, name: string): boolean {
  return fallen.some(({ server }) => server === name);
}

function out(name: string): Text {
  return { en: `${name} was taken out, as said above.`, 'pt-BR': `O servidor ${name} foi retirado, como dito acima.` };
}

const promised: Readonly<Record<'serial' | 'overlapping', typeof out>> = {
  serial: (name) => ({
    en: `${name} promises to serve one client at a time: it stands in Part 2.`,
    'pt-BR': `O servidor ${name} promete atender um cliente por vez e aparece na Parte 2.`,
  }),
  overlapping: (name) => ({
    en: `${name} promises to serve several clients at once: it stands in Part 4.`,
    'pt-BR': `O servidor ${name} promete atender vários clientes ao mesmo tempo e aparece na Parte 4.`,
  }),
};
