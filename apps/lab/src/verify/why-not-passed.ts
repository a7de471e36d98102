import { type Outcome, type Words, wordsOfError } from '#contract';
import type { VerifyCatalogue } from './catalogue.ts';

/** What was sent, expected and got, or why that could not be tried; undefined of a clause that passed. */
export function whyNotPassed(outcome: Outcome, { locale, reasons }: VerifyCatalogue): string | undefined {
  switch (outcome.result) {
    case 'passed':
      return undefined;
    case 'failed':
    case 'unsteady':
      return wordsOfError(outcome.error)[locale];
    default:
      return reasons[outcome.reason.code](outcome.reason.detail?.[locale] ?? '');
  }
}

/** Where a clause was broken and has one, the usual cause. */
export function usualCause({ clause, result }: Outcome): Words | undefined {
  return result === 'failed' || result === 'unsteady' ? clause.hint : undefined;
}
