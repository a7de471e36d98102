/** How far the bytes of a reply have come. */
export type Match =
  | { readonly kind: 'more' }
  /** The reply is whole; `rest` belongs to the next one. */
  | { readonly kind: 'whole'; readonly rest: Buffer }
  /** It is no reply to this message; `from` is where it parted from one, the start of a prefix included. */
  | { readonly kind: 'wrong'; readonly from: Buffer };

/** Compares one reply with what it has to be, byte for byte, as it arrives. */
export interface ReplyMatcher {
  /** Bytes of the reply that have come. */
  readonly received: number;
  /** The reply, as it comes where nothing splits it. */
  readonly expected: Buffer;
  /** Into how many pieces the server split the message. Right once the reply is whole. */
  readonly pieces: number;
  take(bytes: Buffer): Match;
}
