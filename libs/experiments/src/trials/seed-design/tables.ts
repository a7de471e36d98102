import { type Cell, quantity, type Table, type Text } from '#record';
import type { EndUnderWay } from './end-under-way.ts';
import { type Ends, longBytes, right, seedName, type Tried } from './measure.ts';

/** Case by case, what each server gave back. */
export function seedDesignTable(all: readonly Tried[]): Table {
  const row = (label: Text, cell: (tried: Tried) => Cell): Cell[] => [label, ...all.map(cell)];
  const rowsOf = (signal: string, which: keyof Ends): Cell[][] => {
    const ofEnd = (en: string, ptBR: string, cell: (end: EndUnderWay) => Cell): Cell[] =>
      row({ en: `${signal}: ${en}`, 'pt-BR': `${signal}: ${ptBR}` }, ({ ends }) => (ends === undefined ? null : cell(ends[which])));
    return [
      ofEnd('messages under way that were answered', 'mensagens em andamento respondidas', ({ answered, clients }) =>
        quantity(answered / clients, 'share'),
      ),
      ofEnd('connections that the server ended', 'conexões que o servidor encerrou', ({ ended, clients }) =>
        quantity(ended / clients, 'share'),
      ),
      ofEnd('exit code, or the signal that killed it', 'código de saída, ou o sinal que o matou', ({ exit: { code, signal: by } }) =>
        code === null ? by : quantity(code, 'plain'),
      ),
    ];
  };
  return {
    title: { en: 'What came back', 'pt-BR': 'O que voltou' },
    columns: [
      { en: 'case', 'pt-BR': 'caso' },
      ...all.map(({ name }) =>
        name === seedName
          ? { en: `${name} (the report’s design)`, 'pt-BR': `${name} (como no relatório)` }
          : { en: name, 'pt-BR': name },
      ),
    ],
    rows: [
      row({ en: '“é” in two packets', 'pt-BR': '“é” em dois pacotes' }, ({ splits }) => splitCell(splits)),
      row({ en: 'size of one long message', 'pt-BR': 'tamanho de uma mensagem longa' }, () => quantity(longBytes, 'bytes')),
      row({ en: 'prefixes in the reply to it', 'pt-BR': 'prefixos na resposta a ela' }, ({ prefixes }) =>
        quantity(prefixes, 'count'),
      ),
      row({ en: 'two quick sends answered as one', 'pt-BR': 'dois envios rápidos respondidos como um' }, ({ joined }) =>
        quantity(joined, 'share'),
      ),
      ...rowsOf('SIGINT', 'interrupted'),
      ...rowsOf('SIGTERM', 'terminated'),
    ],
  };
}

/** The worst that came of it. */
function splitCell(splits: readonly string[]): Cell {
  const came = splits.find((reply) => reply !== right) ?? right;
  return came === '' ? { en: 'closed, no reply', 'pt-BR': 'fechada, sem resposta' } : came;
}
