import { type ExperimentRecord, quantity, statement, type Trace } from '#record';

const clients: Trace['clients'] = [
  {
    label: { en: 'client 1', 'pt-BR': 'cliente 1' },
    started: 0.019,
    connected: 0.836,
    sent: 1.192,
    firstByte: 1.275,
    replied: 1.281,
    ended: 601.122,
    closed: 605.883,
    outcome: 'ok',
    reply: 'Echo: Cliente 1',
  },
  {
    label: { en: 'client 2', 'pt-BR': 'cliente 2' },
    started: 1.36,
    connected: 1.9,
    sent: 1.951,
    firstByte: 607.068,
    replied: 607.071,
    ended: 607.105,
    closed: 607.829,
    outcome: 'ok',
    reply: 'Echo: Cliente 2',
  },
];

const events: Trace['events'] = [
  { event: 'accepted', at: 0.64, connection: 1 },
  { event: 'serving', at: 0.71, connection: 1, waited: 0.07 },
  { event: 'replied', at: 1.24, connection: 1, messages: 1, bytes: 15 },
  { event: 'accepted', at: 1.83, connection: 2 },
  { event: 'waiting', at: 1.85, connection: 2, ahead: 0 },
  { event: 'ended', at: 603.4, connection: 1, messages: 1, bytes: 15 },
  { event: 'serving', at: 603.9, connection: 2, waited: 602.07 },
  { event: 'replied', at: 606.9, connection: 2, messages: 1, bytes: 15 },
  { event: 'ended', at: 607.6, connection: 2, messages: 1, bytes: 15 },
];

/** Two clients on a server that serves one at a time, with everything that both sides saw. */
export const samplePart2: ExperimentRecord = {
  id: 'part-2',
  title: { en: 'Part 2: two clients, one at a time', 'pt-BR': 'Parte 2: dois clientes, um por vez' },
  question: {
    en: 'While the first client keeps its connection, does the second one wait, where, and for how long?',
    'pt-BR': 'Enquanto o primeiro cliente mantém a conexão, o segundo espera? Onde, e por quanto tempo?',
  },
  method: statement({
    en: 'A first client is answered and then holds its connection for up to {hold}; when it has its reply, a second one connects and sends. Connecting, waiting and the first byte are timed apart, and set beside what the server logged.',
    'pt-BR':
      'O primeiro cliente recebe a resposta e mantém a conexão por até {hold}; assim que ele a recebe, um segundo conecta e envia. Conexão, espera e primeiro byte são medidos separadamente e comparados com o log do servidor.',
    figures: { hold: quantity(600, 'ms') },
  }),
  took: 1_285,
  outcome: {
    status: 'done',
    findings: {
      answer: statement({
        en: 'Yes, but not in connect: the second client was connected after {connect} and then waited {wait} for its first byte, while the first one held its connection for {hold}.',
        'pt-BR':
          'Sim, mas não ao conectar: o segundo cliente conectou em {connect} e depois esperou {wait} pelo primeiro byte, enquanto o primeiro manteve a conexão por {hold}.',
        figures: {
          connect: { value: 0.54, unit: 'ms', low: 0.41, high: 0.72, repeats: 5 },
          wait: { value: 605.117, unit: 'ms', low: 601.9, high: 611.4, repeats: 5 },
          hold: quantity(600, 'ms'),
        },
      }),
      notes: [
        statement({
          en: 'Node accepts at once, so the kernel’s queue stays empty: the client waits accepted and unread, in the server’s own line.',
          'pt-BR':
            'O Node aceita de imediato, e a fila do kernel fica vazia: o cliente espera já aceito, sem que se leia o que enviou, na fila do próprio servidor.',
        }),
      ],
      links: [{ text: { en: 'Beside the other', 'pt-BR': 'Ao lado do outro' }, href: 'compare.html#one-other' }],
      timelines: [
        {
          title: { en: 'Two clients on server-serial', 'pt-BR': 'Dois clientes em server-serial' },
          server: 'server-serial',
          lasted: 607.829,
          lanes: [
            {
              side: 'client',
              label: { en: 'client 1', 'pt-BR': 'cliente 1' },
              spans: [
                { phase: 'connecting', from: 0.019, to: 0.836 },
                { phase: 'waiting', from: 1.192, to: 1.275 },
                { phase: 'served', from: 1.275, to: 601.122 },
                { phase: 'closing', from: 601.122, to: 605.883 },
              ],
            },
            {
              side: 'client',
              label: { en: 'client 2', 'pt-BR': 'cliente 2' },
              spans: [
                { phase: 'connecting', from: 1.36, to: 1.9 },
                { phase: 'waiting', from: 1.951, to: 607.068 },
                { phase: 'served', from: 607.068, to: 607.105 },
                { phase: 'closing', from: 607.105, to: 607.829 },
              ],
            },
            {
              side: 'server',
              label: { en: 'connection 1', 'pt-BR': 'conexão 1' },
              spans: [
                { phase: 'waiting', from: 0.64, to: 0.71 },
                { phase: 'served', from: 0.71, to: 603.4 },
              ],
            },
            {
              side: 'server',
              label: { en: 'connection 2', 'pt-BR': 'conexão 2' },
              spans: [
                { phase: 'waiting', from: 1.83, to: 603.9 },
                { phase: 'served', from: 603.9, to: 607.6 },
              ],
            },
          ],
        },
      ],
      charts: [
        {
          kind: 'curves',
          title: { en: 'The second client’s wait', 'pt-BR': 'A espera do segundo cliente' },
          description: {
            en: 'Wait of the second client for its first byte against the time for which the first one holds its connection.',
            'pt-BR':
              'Espera do segundo cliente pelo primeiro byte em função do tempo pelo qual o primeiro mantém a conexão.',
          },
          x: {
            label: { en: 'the first client holds', 'pt-BR': 'tempo do primeiro cliente' },
            unit: 'ms',
            scale: 'linear',
          },
          y: { label: { en: 'the second one waits', 'pt-BR': 'espera do segundo' }, unit: 'ms', scale: 'linear' },
          series: [
            {
              label: { en: 'measured', 'pt-BR': 'medido' },
              server: 'server-serial',
              kind: 'measured',
              points: [
                { x: 0, y: 2.51, low: 1.9, high: 3.2 },
                { x: 300, y: 304.2, low: 301.8, high: 309.1 },
                { x: 600, y: 605.117, low: 601.9, high: 611.4 },
              ],
            },
            {
              label: { en: 'the whole hold', 'pt-BR': 'o tempo inteiro do primeiro' },
              kind: 'predicted',
              points: [
                { x: 0, y: 0 },
                { x: 300, y: 300 },
                { x: 600, y: 600 },
              ],
            },
          ],
        },
      ],
      tables: [],
      traces: [
        {
          server: 'server-serial',
          command: 'nx serve server-serial -- --port 6000 --log-format json',
          clients,
          events,
        },
      ],
      figures: { 'second-client-wait': { 'server-serial': quantity(605.117, 'ms') } },
    },
  },
};
