import { join } from 'node:path';

export interface Options {
  /** Mends what can be mended by itself. */
  readonly fix?: boolean;
}

/** What a check says of a folder. */
export interface Finding {
  readonly success: boolean;
  /** For people; '' where there is nothing to say. */
  readonly terminalOutput: string;
}

/** Looks at folders of the workspace, and says of each, in their order, what it found there. Paths are absolute. */
export type Check = (root: string, folders: readonly string[], options: Options) => Promise<readonly Finding[]>;

/** What is needed of Nx's `ExecutorContext`. */
interface Context {
  /** The workspace; absolute. */
  readonly root: string;
  readonly projectName?: string;
  readonly projectsConfigurations: { readonly projects: Readonly<Record<string, { readonly root: string }>> };
}

/** What is needed of Nx's `TaskGraph`. */
interface TaskGraph {
  readonly tasks: Readonly<Record<string, { readonly target: { readonly project: string } }>>;
}

/** What Nx calls an executor, for one project, and a batch, for many in one process. */
export interface Executor {
  readonly one: (options: Options, context: Context) => Promise<Finding>;
  readonly batch: (
    graph: TaskGraph,
    inputs: unknown,
    options: Options,
    context: Context,
  ) => AsyncGenerator<{ readonly task: string; readonly result: Finding }>;
}

/**
 * A check that spends most of its time on learning the types of the workspace: over many projects it does so once, and yet
 * each has a result, and a place in Nx's cache, of its own.
 */
export function overProjects(check: Check): Executor {
  const over = (names: readonly string[], options: Options, { root, projectsConfigurations }: Context): ReturnType<Check> =>
    check(root, names.map((name) => join(root, projectsConfigurations.projects[name]?.root ?? '')), options);
  return {
    async one(options, context) {
      const [found = { success: false, terminalOutput: '' }] = await over([context.projectName ?? ''], options, context);
      process.stdout.write(found.terminalOutput);
      return found;
    },
    async *batch({ tasks }, _inputs, options, context) {
      const found = await over(Object.values(tasks).map(({ target }) => target.project), options, context);
      for (const [index, task] of Object.keys(tasks).entries()) {
        const result = found[index];
        if (result !== undefined) yield { task, result };
      }
    },
  };
}
