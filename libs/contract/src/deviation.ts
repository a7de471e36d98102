/** A clause that a server is known not to keep. One that it keeps after all fails the run: the list stays true. */
export interface Deviation {
  readonly clause: string;
  readonly reason: string;
}
