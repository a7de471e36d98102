import type { Verdict } from '#record';


/** What stands after the number of claims that it counts. */
const verdictCount: Readonly<Record<Verdict, (claims: number) => string>> = {
  holds: (claims) => (claims === 1 ? 'holds' : 'hold'),
  'holds-with-condition': (claims) => (claims === 1 ? 'holds with a condition' : 'hold with a condition'),
  'does-not-hold': (claims) => (claims === 1 ? 'does not hold' : 'do not hold'),
  undecided: () => 'undecided',
  'not-tried': () => 'not tried',
};

/** What the report says of itself. */
export const english = {
  title: 'Echo Lab: concurrency models, measured',
  skip: 'Skip to the summary',
  contents: 'Contents',

  summary: {
    title: 'Summary',
    headlines: 'What this run found',
  },

  verdictCount,

  experiment: {
    parts: 'The experiments of the course report',
    further: 'Further experiments',
    question: 'Question',
    answer: 'Answer',
    method: 'Method',
    notes: 'Worth knowing',
    claims: 'What it says of the claims',
    took: 'took',
    skipped: 'Not run',
    failed: 'Failed',
    repeat: 'To repeat it',
    tables: (count: number): string => (count === 1 ? 'The values as a table' : `The values as tables (${count})`),
    moments: 'Moment by moment',
    cut: (left: number): string => `${left} more are in run.json.`,
  },

  phase: {
    connecting: 'connecting',
    waiting: 'waiting',
    served: 'being served',
    idle: 'open, idle',
    closing: 'closing',
  },
  phaseOf: {
    client: { waiting: 'waiting for its reply', served: 'answered, still connected' },
    both: { waiting: 'waiting for its reply or its turn', served: 'answered, or being served' },
  },
  timeline: {
    clients: 'Clients',
    server: 'Server',
    /** Of the picture that opens the page, and of several timelines on one axis. */
    first: 'Two clients on each server, both from the same moment on',
    together: 'Who did what when, on one axis',
    bothDone: 'both done after',
    axis: 'time',
    describe: (timelines: number, clients: number, servers: number): string =>
      `${timelines === 1 ? 'A timeline' : `${timelines} timelines on one axis`}: ${clients} ${clients === 1 ? 'lane of a client' : 'lanes of clients'}${servers === 0 ? '' : `, and ${servers} ${servers === 1 ? 'lane' : 'lanes'} by the servers’ own events`}. A table of the experiment has the same moments.`,
    lane: 'Lane',
    phase: 'Phase',
    from: 'From',
    to: 'To',
    tiny: 'What is too short to be drawn to scale is drawn as a thin line.',
  },

  chart: {
    together: 'Server by server',
    bar: 'Of',
    value: 'Value',
    range: 'Thin lines show where the repeats lay.',
  },

  trace: {
    title: (server: string): string => `Moment by moment: ${server}`,
    at: 'At',
    who: 'Who',
    what: 'What',
    server: 'server',
    worker: (id: number): string => `worker ${id}`,
    connection: (id: number): string => `connection ${id}`,
    moment: {
      started: 'asks for a connection',
      connected: 'is connected',
      sent: 'has sent its first message',
      firstByte: 'gets the first byte',
      replied: 'has its whole reply',
      ended: 'sends its FIN',
      closed: 'is closed on both sides',
    },
  },

  claims: {
    title: 'The claims, one by one',
    intro: 'Each claim of the course report, what this run says of it, and the figures behind the verdict.',
    id: 'Id',
    claim: 'Claim',
    verdict: 'Verdict',
    because: 'What was found',
    experiment: 'Experiment',
  },

  bench: {
    title: 'What each server costs, by the bench',
    /** Of a bench that got as far as no server, the baseline is empty. */
    intro: (baseline: string): string =>
      `All servers under the same loads, in rounds, each round with every one of them in turn.${baseline === '' ? '' : ` Ratios to ${baseline} are taken within a round; where their range holds 1, the two are not told apart.`}`,
    rounds: 'rounds',
    skipped: 'Left out:',
    limited:
      'The load generator was as busy as it can be, or did not send in time what was due, so that rate and latency are not the server’s alone',
    notToldApart: 'not told apart',
    server: 'Server',
    overview: (baseline: string): string => `Every load: the figure of ${baseline}, and the ratio of each other server to it`,
    ratio: (baseline: string): string => `Ratio to ${baseline}`,
    ratioTitle: (figure: string, baseline: string): string => `${figure}, as a ratio to ${baseline}`,
    ratioDescription: 'A bar for each server; the thin line is the range of the ratios of the rounds.',
    latencyTitle: 'How long replies took',
    latencyDescription: 'A curve for each server: the time within which so many of 100 replies came. p50 is the median; towards the right, the axis is stretched.',
    percentile: 'percentile of replies',
    latency: 'latency',
    memoryTitle: 'Memory by connections held',
    memoryDescription: 'A curve for each server: the memory of its whole process tree with so many connections open.',
    connections: 'connections',
    memory: 'memory (PSS)',
  },

  environment: {
    title: 'Where this was measured',
    intro: 'Figures belong to the machine that they were measured on. Shapes and orders travel; milliseconds do not.',
    date: 'Date',
    course: 'Course',
    author: 'Author',
    command: 'Command',
    size: 'Size of run',
    took: 'Took',
    servers: 'Servers',
    commit: 'Sources',
    dirty: 'with changes that are not committed',
    facts: 'Machine, versions and command',
    noCommit: 'not under version control',
    node: 'Node',
    kernel: 'Kernel',
    cpu: 'Processor',
    cores: 'Cores',
    memory: 'Memory',
    python: 'Python',
    noPython: 'none',
    busy: 'In use by others',
    busyBefore: 'before',
    busyAfter: 'after',
    unknown: 'unknown',
  },
  size: { quick: 'quick', default: 'default', thorough: 'thorough' },

  notice: {
    title: 'Read this first',
    loaded: 'The machine was busy with other work, so times and rates may be off. Share in use by others:',
    interrupted: 'The run was interrupted: only what was done by then is here.',
    takenOut: 'Taken out, because it broke the contract or failed:',
    leftOut: 'What this size of run leaves out',
    notDone: 'Not completed',
    missing: 'What is not in this run',
  },

  markdown: {
    title: 'Report: concurrent echo servers',
    observations: 'Observations',
    conclusions: 'Conclusions',
    nothing: 'Not part of this run.',
    part: (part: number): string => `Part ${part}`,
  },

  handIn: {
    own: 'Own server',
    noOwn: 'none; all servers here are Echo Lab’s',
    machine: 'Machine',
    figures:
      'Written by Echo Lab. Each figure is what this run measured and stands in run.json: the median, and in brackets the range of the repeats.',
  },
  nothing: '–',
};
