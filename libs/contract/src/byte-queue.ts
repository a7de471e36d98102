/** Bytes in the order in which they came. Adding, looking and taking cost what they add and take, not what is held. */
export class ByteQueue {
  #buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  /** What is held: a view, not a copy. Nothing is written over it. */
  get bytes(): Buffer {
    return this.#buffer.subarray(this.#start, this.#end);
  }

  add(bytes: Uint8Array): void {
    if (this.#end + bytes.length > this.#buffer.length) this.#makeRoomFor(bytes.length);
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  take(length: number): void {
    this.#start = Math.min(this.#start + length, this.#end);
  }

  /** Twice what is held, so that a byte is copied a few times at most, however many come. */
  #makeRoomFor(length: number): void {
    const held = this.bytes;
    this.#buffer = Buffer.alloc(2 * (held.length + length));
    this.#buffer.set(held);
    this.#start = 0;
    this.#end = held.length;
  }
}
