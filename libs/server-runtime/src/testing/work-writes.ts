/** Work of a stranger who writes into the message. */
export default function workWrites(message: Uint8Array): void {
  message.fill(0x21);
}
