import { type Quantity, quantity, statement } from '#record';
import type { EndUnderWay } from './end-under-way.ts';
import type { Judgement } from '../../running/experiment.ts';

/** Graceful is an end at which nobody loses a reply and every connection is closed by the code that is to close it. */
export function judgeDaemons(daemons: EndUnderWay, ours: EndUnderWay & { readonly name: string }): Judgement {
  const { clients, answered, ended } = daemons;
  return {
    id: 'daemon-graceful',
    verdict: answered === clients && ended === clients ? 'holds' : 'does-not-hold',
    because: statement({
      en: `At Ctrl-C, {answered} of {clients} messages under way were answered, and {ended} of {clients} threads came to their “finally”: the interpreter ends and leaves daemon threads where they are. ${ours.name} answered {ours} of {oursOf}.`,
      'pt-BR': `Com Ctrl-C, {answered} de {clients} mensagens em andamento foram respondidas, e {ended} de {clients} threads chegaram ao “finally”: o interpretador termina e abandona as threads daemon onde estão. ${ours.name} respondeu a {ours} de {oursOf}.`,
      figures: {
        answered: quantity(answered, 'count'),
        clients: quantity(clients, 'count'),
        ended: quantity(ended, 'count'),
        ours: quantity(ours.answered, 'count'),
        oursOf: quantity(ours.clients, 'count'),
      },
    }),
  };
}

/** Robust is a connection that lives through a read which ends within a character; each try decides alike, or nothing is. */
export function judgeExceptions(tries: number, lost: number): Judgement {
  const figures: Record<string, Quantity> = { tries: quantity(tries, 'count'), lost: quantity(lost, 'count') };
  return {
    id: 'robust-exceptions',
    verdict: lost === 0 ? 'holds' : lost === tries ? 'does-not-hold' : 'undecided',
    because: statement({
      en: 'With “é” in two packets, {lost} of {tries} connections were lost without a reply: decoding half a character raises an exception, which ends the thread.',
      'pt-BR': 'Com “é” em dois pacotes, {lost} de {tries} conexões se perderam sem resposta: decodificar meio caractere lança uma exceção, que encerra a thread.',
      figures,
    }),
  };
}
