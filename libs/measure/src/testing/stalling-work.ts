/** Work that lets nothing else happen on its thread for 100 ms, and computes nothing. */
export default function stall(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
}
