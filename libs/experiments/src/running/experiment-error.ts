import { type Statement, statement, type Text } from '#record';

/** An experiment that could not be run, or a server that broke the contract: `reason` is for people. */
export class ExperimentError extends Error {
  readonly code = 'EXPERIMENT_FAILED';
  readonly reason: Statement;

  constructor(reason: Statement | Text, options?: ErrorOptions) {
    const said = 'text' in reason ? reason : statement(reason);
    super(said.text.en, options);
    this.name = 'ExperimentError';
    this.reason = said;
  }
}
