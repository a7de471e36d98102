import { ExperimentError } from '#experiments';
import { MeasureError } from '#measure';
import { type Statement, statement } from '#record';
import { problemStatement } from '../measure/catalogue.ts';
import { runCatalogues } from './catalogue.ts';

/** Why an experiment failed, in every language. */
export function reasonOf(error: unknown): Statement {
  if (error instanceof ExperimentError) return error.reason;
  if (error instanceof MeasureError) return problemStatement(error.problem);
  const text = String(error);
  return statement({ en: runCatalogues.en.unexpected(text), 'pt-BR': runCatalogues['pt-BR'].unexpected(text) });
}

/** Whether it is a mistake of ours, of which the stack says where: neither foreseen nor the system's. */
export function isBug(error: unknown): boolean {
  return !(error instanceof ExperimentError || error instanceof MeasureError || (error instanceof Error && 'code' in error));
}
