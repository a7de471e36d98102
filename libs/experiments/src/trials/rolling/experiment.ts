import type { Approach } from '#approaches';
import { quantity, type Size, statement } from '#record';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import { haproxy, notInstalled } from './balancer.ts';
import { concludeRolling, type Rolling } from './conclude.ts';
import { replaceUnderLoad } from './replace-under-load.ts';
import { flagsOf, type WayName } from './ways.ts';

/** A connection of a client that doesn't pause lasts longer than the delay has left once HAProxy knows: `finish` has something to do. */
const plan = {
  clients: 30,
  messages: 20,
  wait: 60,
  before: 2_500,
  // A client stays for 2.4 s, and for much longer where the machine is busy with other things.
  timeout: 25_000,
};
/** At least, ms. */
const lasts: Readonly<Record<Size, number>> = { quick: 10_000, default: 10_000, thorough: 20_000 };
const ways: Readonly<Record<Size, readonly WayName[]>> = {
  quick: [],
  default: ['neither', 'both'],
  thorough: ['neither', 'delay', 'finish', 'both'],
};
/** --drain-delay, ms: deploy/haproxy/haproxy.cfg takes an instance out after two checks, 800 ms at most and what they take. */
const delay = 1_500;

/** Two instances behind HAProxy are replaced while clients come and go. */
export const rolling = defineExperiment<Rolling>({
  id: 'rolling',
  title: { en: 'Replaced under load, behind HAProxy', 'pt-BR': 'Substituídos sob carga, atrás do HAProxy' },
  question: {
    en: 'Can a server be replaced under load without the loss of a message?',
    'pt-BR': 'É possível substituir um servidor sob carga sem perder nenhuma mensagem?',
  },
  claims: [],

  method: (lab) => {
    const { clients, messages, wait } = plan;
    return statement({
      en: 'HAProxy, with the configuration in deploy/haproxy, stands before two instances of a server (servers tried: {servers}). {clients} clients send {messages} messages a connection, each when the one before is answered, and come again; the work on a message waits for {wait}, and every other client pauses for as long before the next. One instance after the other gets SIGTERM and, when it has ended, a successor in its place; the clients come until both are replaced, and for {lasts} at least; --drain-timeout is {timeout}. It is done in {ways} ways at the same time: without --drain-delay ({delay}) and --drain finish, with both, and in a thorough run with one of them. A connection that ends before a byte came counts as refused, for HAProxy accepts before it knows of a server; what was sent on it counts as unanswered.',
      'pt-BR':
        'O HAProxy, com a configuração de deploy/haproxy, fica à frente de duas instâncias de um servidor (servidores testados: {servers}). {clients} clientes enviam {messages} mensagens por conexão, cada uma após a resposta à anterior, e voltam; o trabalho de uma mensagem espera por {wait}, e um cliente sim, outro não, faz uma pausa igual antes da seguinte. Uma instância após a outra recebe SIGTERM e, quando termina, outra assume o seu lugar; os clientes continuam vindo até que as duas tenham sido substituídas, e por {lasts} no mínimo; --drain-timeout é de {timeout}. Isso é feito de {ways} formas ao mesmo tempo: sem --drain-delay ({delay}) nem --drain finish, com ambas e, numa execução completa, com só uma delas. Uma conexão que termina antes de vir um byte conta como recusada, pois o HAProxy aceita antes de saber de um servidor; o que foi enviado nela conta como sem resposta.',
      figures: {
        servers: quantity(serversOf(lab).length, 'count'),
        clients: quantity(clients, 'count'),
        messages: quantity(messages, 'count'),
        wait: quantity(wait, 'ms'),
        lasts: quantity(lab.pick(lasts), 'ms'),
        ways: quantity(lab.pick(ways).length, 'count'),
        delay: quantity(delay, 'ms'),
        timeout: quantity(plan.timeout, 'ms'),
      },
    });
  },

  unable: (lab) =>
    haproxy === undefined
      ? notInstalled
      : lab.size === 'quick'
        ? { en: 'a quick run has no time for it', 'pt-BR': 'uma execução rápida não tem tempo para ele' }
        : serversOf(lab).length === 0
          ? { en: 'no server that serves connections side by side was asked for', 'pt-BR': 'nenhum servidor que atende conexões lado a lado foi pedido' }
          : undefined,

  async measure(lab) {
    const tries = await Array.fromAsync(serversOf(lab), (approach) =>
      Promise.all(
        lab.pick(ways).map(async (way) => ({
          server: approach.name,
          way,
          rolled: await replaceUnderLoad(lab, approach, flagsOf(way, delay), { ...plan, lasts: lab.pick(lasts) }),
        })),
      ),
    );
    return { delay, tries: tries.flat() };
  },

  conclude: concludeRolling,
});

/** All in a thorough run; else one, with workers where there is one: they have more to end in order. */
function serversOf({ concurrent, size }: Lab): readonly Approach[] {
  if (size === 'thorough') return concurrent;
  return [concurrent.find(({ workers }) => workers !== 'none') ?? concurrent[0]].filter((one) => one !== undefined);
}
