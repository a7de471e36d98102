/** Parts of a sentence, each already written out. */
type Words<Part extends string> = Readonly<Record<Part, string>>;

/** Everything that `advise` says to a person. */
export const english = {
  /** What is asked. */
  question: ({ clients, hold, cpu, messages, cores }: Words<'clients' | 'hold' | 'cpu' | 'messages' | 'cores'>): string =>
    `Clients at a time: ${clients}; each stays ${hold}; messages a connection: ${messages}, computing ${cpu} each; cores: ${cores}.`,
  /** The same with a rate of all of them together in place of messages a connection. */
  questionOfRate: ({ clients, hold, cpu, rate, cores }: Words<'clients' | 'hold' | 'cpu' | 'rate' | 'cores'>): string =>
    `Clients at a time: ${clients}; each stays ${hold}; messages of all together: ${rate}, computing ${cpu} each; cores: ${cores}.`,
  bounds: {
    replyWithin: (most: string): string => `99 of 100 replies within ${most}.`,
    memory: (most: string): string => `Memory: at most ${most}.`,
  },
  columns: {
    server: 'approach',
    load: 'load',
    reply: 'reply between',
    memory: 'memory',
    lost: 'lost with a worker',
    killed: 'to kill -9',
    fit: 'verdict',
  },
  fit: { fits: 'fits', tight: 'tight', overloaded: 'overloaded' },
  sure: {
    well: 'This is well founded: nothing speaks against the record behind it.',
    roughly: 'This is right in its order of magnitude:',
    barely: 'This is a guess, better measured anew:',
  },
  /** Of which record, with its date and its machine. */
  source: ({ file, date, cpu, cores }: Words<'file' | 'date' | 'cpu' | 'cores'>): string =>
    `From ${file} of ${date} (${cpu}, cores: ${cores}).`,
  noServers: (file: string): string => `${file} has no approach of this workspace; make a record with npm start`,
  usage: {
    whole: (min: number, max: number): string => `It is a whole number from ${min} to ${max}.`,
    duration: (least: string): string => `It is a duration with a unit, as 500ms or 2s, of at least ${least}.`,
  },
  help: {
    description: 'Says which approach suits a use, and why, from the last record and models fitted to it.',
    clients: 'connected at a time',
    hold: 'for how long a client keeps its connection',
    cpu: 'computing for each message',
    messages: 'messages a connection',
    rate: 'messages a second from all clients together, in place of --messages',
    replyWithin: 'the time within which 99 of 100 replies must come, from sending to the first byte',
    memory: 'bytes that it may take',
    cores: 'cores to serve with',
    record: 'the record of a run',
    json: 'write one JSON object to stdout',
  },
};
