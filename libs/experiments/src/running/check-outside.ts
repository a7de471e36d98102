import { setTimeout } from 'node:timers/promises';
import type { Statement } from '#record';
import { checkContract } from './check-contract.ts';
import { ExperimentError } from './experiment-error.ts';
import type { Lab, OutsideServer } from './lab.ts';

/** How long a server from outside may take for the basic clauses, ms; a sound one takes some seconds. */
const boundary = 60_000;

/**
 * Holds a server from outside to the contract, once and before everything else. One that breaks it takes part in nothing.
 *
 * @returns why it takes no part; undefined where it kept every clause
 */
export async function checkOutside(lab: Lab, outside: OutsideServer): Promise<Statement | undefined> {
  const over = new AbortController();
  try {
    const clauses = await lab.serve(outside, [], (server) =>
      Promise.race([checkContract(server, outside.serves), tooLate(outside.name, over.signal)]),
    );
    lab.kept.set(outside.name, clauses);
    return undefined;
  } catch (error) {
    if (lab.signal.aborted) return undefined;
    const breach = lab.describe(error);
    lab.breaches.set(outside.name, breach);
    return breach;
  } finally {
    over.abort();
  }
}

async function tooLate(name: string, signal: AbortSignal): Promise<never> {
  await setTimeout(boundary, undefined, { signal });
  throw new ExperimentError({
    en: `${name} was not through the basic clauses of the contract within ${boundary / 1_000} s`,
    'pt-BR': `${name} não concluiu as cláusulas básicas do contrato em ${boundary / 1_000} s`,
  });
}
