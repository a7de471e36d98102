import { type ExperimentRecord, quantity, statement } from '#record';

export const sampleSkipped: ExperimentRecord = {
  id: 'python-threads',
  title: { en: 'Python’s threads and cores', 'pt-BR': 'As threads do Python e os núcleos' },
  question: {
    en: 'Do Python’s threads use more than one core?',
    'pt-BR': 'As threads do Python usam mais de um núcleo?',
  },
  method: statement({
    en: 'The same computing on one thread and on two.',
    'pt-BR': 'O mesmo cálculo em uma thread e em duas.',
  }),
  took: 0,
  outcome: {
    status: 'skipped',
    reason: statement({ en: 'There is no Python on this machine.', 'pt-BR': 'Não há Python nesta máquina.' }),
  },
};

export const sampleFailed: ExperimentRecord = {
  id: 'endings',
  title: { en: 'How servers end', 'pt-BR': 'Como os servidores encerram' },
  question: {
    en: 'Who is answered when a server is told to stop?',
    'pt-BR': 'Quem recebe resposta quando se pede a um servidor que pare?',
  },
  method: statement({
    en: 'SIGTERM while clients are being served.',
    'pt-BR': 'SIGTERM enquanto clientes são atendidos.',
  }),
  took: 3_100,
  outcome: {
    status: 'failed',
    reason: statement({
      en: 'seed-python answered {answered} of {clients} clients and then ended without a word.',
      'pt-BR': 'seed-python respondeu a {answered} de {clients} clientes e terminou sem aviso.',
      figures: { answered: quantity(3, 'count'), clients: quantity(8, 'count') },
    }),
  },
};
