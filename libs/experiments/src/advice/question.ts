/** What a server is wanted for. Durations are ms. */
export interface Question {
  /** Connected at a time. */
  readonly clients: number;
  /** For how long a client keeps its connection beside what it is served, above 0. */
  readonly hold: number;
  /** Computing for each message. */
  readonly cpu: number;
  readonly messages: number;
  readonly cores: number;
}
