/** What a server is wanted for. Durations are ms. */
export interface Question {
  /** Connected at a time. */
  readonly clients: number;
  /** For how long a client keeps its connection beside what it is served, above 0. */
  readonly hold: number;
  /** Computing for each message. */
  readonly cpu: number;
  /** On each connection; `rate` says how many instead. */
  readonly messages: number;
  /** Messages a second from all clients together. */
  readonly rate?: number | undefined;
  readonly cores: number;
  /** The time within which 99 of 100 replies must come. */
  readonly replyWithin?: number | undefined;
  /** The bytes that it may take. */
  readonly memory?: number | undefined;
}
