import type { CodeFigures } from './code-figures.ts';

/** Everything that the review says to a person beside concerns and edges. */
export const english = {
  figures: {
    code: {
      statements: 'statements',
      branches: 'branches',
      listeners: 'listeners',
      complexity: 'cyclomatic complexity',
      imports: 'imports',
      processes: 'at run time',
    },
    complexity: ({ total, largest }: CodeFigures['complexity']): string => `${total} (${largest})`,
    legend:
      'Of the code without its tests. Statements are counted without imports, types and blocks; a branch is any place where the run may go either way (if, ?:, case, &&, ||, ??, ?.); cyclomatic complexity is what ESLint’s rule gives for each function: first their sum, then, in brackets, the largest of them. N is --workers, by default one a core.',
    origin: { node: 'Node', npm: 'npm', workspace: 'ours', own: 'its own' },
    /** Where an approach runs. */
    runs: {
      none: '1 process, 1 thread',
      processes: '1 + N processes, a thread each',
      threads: '1 process, 1 + N threads',
    },
    run: {
      'cpu-message-of-many': 'CPU a message',
      'memory-connection-served': 'memory a connection',
      'lost-with-a-worker': 'clients lost with a worker',
    },
  },
  page: {
    title: 'Approaches side by side',
    intro:
      'One TCP echo server, written once for each concurrency model of Node. The approaches share everything that no model wants different, so what differs here is the model.',
    byConcern: 'By concern',
    neighbours: 'One difference',
    otherPairs: 'Several differences',
    allApproaches: 'All approaches',
    comments: 'comments',
    shown: 'shown',
    concernsIntro:
      'What every server must do, and the very lines with which each approach does it. Where neighbours do it with the same lines, these stand once, under all their names.',
    runtime: 'What the runtime does',
    runtimeIntro:
      'What no model wants different stands once, in libs/server-runtime. These are the places to which the approaches leave a concern, or from which it goes on.',
    leftToRuntime: 'left to the runtime:',
    goesOn: 'goes on in the runtime:',
    notFound: 'no lines were found for this',
    figures: 'Figures',
    whatIsCounted: 'what is counted',
    noRecord: 'The lab has not been run yet: with a report/run.json, what the two cost would stand here, too.',
    questions: 'What a reviewer should ask',
    difference: 'They differ in',
    readInSteps: 'More than one thing differs here. Read it in steps:',
    noWay: 'The tree of approaches does not say yet in what these two differ.',
    permalink: 'link to this pair',
    recordOf: (date: string): string => `Costs and losses were measured in the run of ${date}.`,
    sameFile: (files: string): string => `The same in both: ${files}.`,
    onlyIn: 'only in',
    unchanged: (lines: number): string => `${lines} unchanged ${lines === 1 ? 'line' : 'lines'}`,
  },
};
