/** The load generator's own process: what it costs must not be counted as the server's, nor hold it up. */
import { flushCompileCache } from 'node:module';
import type { Address } from './load.ts';
import type { LoadPlan, LoadResult } from './load-plan.ts';
import { runLoad } from './run-load.ts';

export interface LoadRequest {
  readonly address: Address;
  readonly plan: LoadPlan;
  /** The leader of the server's session. */
  readonly pid: number;
}

export type LoadAnswer = { readonly result: LoadResult } | { readonly error: string };

// Without the parent nobody wants the figures, and the load must not go on.
process.once('disconnect', () => process.exit());
process.on('message', ({ address, plan, pid }: LoadRequest) => {
  runLoad(address, plan, pid).then(
    (result) => {
      answer({ result });
    },
    (error: unknown) => {
      answer({ error: error instanceof Error ? error.message : String(error) });
    },
  );
});

function answer(message: LoadAnswer): void {
  process.send?.(message);
}

// It ends by SIGKILL, and Node keeps what it compiled only when a process exits by itself.
flushCompileCache();
