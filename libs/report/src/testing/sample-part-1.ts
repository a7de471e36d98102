import { type ExperimentRecord, quantity, statement } from '#record';
import { sampleServers } from './sample-servers.ts';

/** A table, and nothing drawn. */
export const samplePart1: ExperimentRecord = {
  id: 'part-1',
  title: { en: 'Part 1: one client', 'pt-BR': 'Parte 1: um cliente' },
  question: {
    en: 'Does every server answer one client alike?',
    'pt-BR': 'Todo servidor responde igual a um só cliente?',
  },
  method: statement({
    en: 'One client connects, sends a line, reads the reply and leaves.',
    'pt-BR': 'Um cliente conecta, envia uma linha, lê a resposta e sai.',
  }),
  took: 640,
  outcome: {
    status: 'done',
    findings: {
      answer: statement({
        en: 'Yes: byte for byte the same, within {slowest}.',
        'pt-BR': 'Sim: iguais byte a byte, em até {slowest}.',
        figures: { slowest: quantity(1.92, 'ms') },
      }),
      notes: [],
      links: [],
      timelines: [],
      charts: [],
      tables: [
        {
          title: { en: 'One message to each server', 'pt-BR': 'Uma mensagem a cada servidor' },
          columns: [
            { en: 'Server', 'pt-BR': 'Servidor' },
            { en: 'Reply', 'pt-BR': 'Resposta' },
            { en: 'Until the reply', 'pt-BR': 'Até a resposta' },
          ],
          rows: sampleServers.map((server, index) => [server, 'Echo: Olá', quantity(0.82 + index * 0.275, 'ms')]),
        },
      ],
      traces: [],
      figures: {},
    },
  },
};
