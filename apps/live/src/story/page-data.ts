/** What the page is given with its HTML. */
export interface PageData {
  /** Sent along with whatever changes something. */
  readonly token: string;
  /** All that may be started, by name; their order gives each its colour. */
  readonly servers: readonly string[];
  /** Those that are shown at first. */
  readonly usual: readonly string[];
}
