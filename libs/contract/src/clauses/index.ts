import { backpressureClauses } from './backpressure.ts';
import { cannotStartClauses } from './cannot-start.ts';
import { connectionsClauses } from './connections.ts';
import { countClauses } from './count.ts';
import { drainClauses } from './drain.ts';
import { echoClauses } from './echo.ts';
import { errorLineClauses } from './error-line.ts';
import { fullClauses } from './full.ts';
import { halfCloseClauses } from './half-close.ts';
import { idleClauses } from './idle.ts';
import { lengthClauses } from './length.ts';
import { leavingClauses } from './leaving.ts';
import { limitClauses } from './limit.ts';
import { lineClauses } from './line.ts';
import { logClauses } from './log.ts';
import { longClauses } from './long.ts';
import { mainClauses } from './main.ts';
import { proxyClauses } from './proxy.ts';
import { readsClauses } from './reads.ts';
import { resetClauses } from './reset.ts';
import { signalClauses } from './signals.ts';
import { startClauses } from './start.ts';
import { stdoutClauses } from './stdout.ts';
import { textClauses } from './text.ts';
import { waitingLogClauses } from './waiting-log.ts';
import { waitingClauses } from './waiting.ts';
import { workClauses } from './work.ts';
import { workerClauses } from './workers.ts';

const everyClause = [
  ...echoClauses,
  ...lineClauses,
  ...textClauses,
  ...limitClauses,
  ...errorLineClauses,
  ...halfCloseClauses,
  ...backpressureClauses,
  ...resetClauses,
  ...waitingClauses,
  ...waitingLogClauses,
  ...fullClauses,
  ...idleClauses,
  ...countClauses,
  ...lengthClauses,
  ...readsClauses,
  ...connectionsClauses,
  ...workClauses,
  ...workerClauses,
  ...drainClauses,
  ...leavingClauses,
  ...signalClauses,
  ...mainClauses,
  ...startClauses,
  ...cannotStartClauses,
  ...logClauses,
  ...stdoutClauses,
  ...proxyClauses,
  ...longClauses,
];

export type ClauseId = (typeof everyClause)[number]['id'];

/** The whole contract, by topic. */
export const clauses = everyClause;
