import { exitWords } from '#machine';
import { MeasureError } from '#measure';
import { both, type Text } from '../story/text.ts';
import { limits } from './limits.ts';

/** Something that the stage does not do, and why. */
export class StageError extends Error {
  readonly text: Text;

  constructor(english: string, portuguese: string) {
    super(english);
    this.name = 'StageError';
    this.text = both(english, portuguese);
  }
}

export const anotherRun = new StageError('Another run has begun.', 'Outra execução começou.');
export const toldToLeave = new StageError('All were told to leave meanwhile.', 'Todos receberam ordem de sair nesse meio-tempo.');
export const endedMeanwhile = new StageError('Everything was ended meanwhile.', 'Tudo foi encerrado nesse meio-tempo.');
export const tooManyServers = new StageError(
  `At most ${limits.servers} servers run at a time; take one off first.`,
  `No máximo ${limits.servers} servidores rodam ao mesmo tempo; retire um antes.`,
);
export const tooManyClients = new StageError(
  `At most ${limits.clients} clients at a time; wait until some have left, or have all leave.`,
  `No máximo ${limits.clients} clientes ao mesmo tempo; espere alguns saírem, ou mande todos saírem.`,
);
export const tooLate = new StageError(`It did not come to pass within ${limits.patience / 1_000} s.`, `Não aconteceu em ${limits.patience / 1_000} s.`);

export function noSuchServer(name: string): StageError {
  return new StageError(`There is no server ${name}.`, `Não existe o servidor ${name}.`);
}

export function notListening(name: string): StageError {
  return new StageError(`${name} does not listen now; start it first.`, `${name} não está escutando agora; inicie-o antes.`);
}

export function nobodyThere(name: string, worker: number): StageError {
  return new StageError(
    `Worker ${worker} of ${name} has no client that could ask it to; add some first.`,
    `O worker ${worker} do ${name} não tem cliente que possa pedir isso; adicione alguns antes.`,
  );
}

export function notStarted(name: string, error: unknown): StageError {
  const problem = error instanceof MeasureError ? error.problem : undefined;
  const words = problem?.code === 'server-ended' ? exitWords(problem.exit, problem.lastLines) : both('did not start', 'não iniciou');
  return new StageError(`${name} ${words.en}.`, `${name} ${words['pt-BR']}.`);
}
