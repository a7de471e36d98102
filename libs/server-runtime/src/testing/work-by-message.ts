/** Work that fails where the message asks for it. */
export default async function workByMessage(message: Uint8Array): Promise<void> {
  await Promise.resolve();
  if (Buffer.from(message).toString() === 'reject') throw new Error('rejected, as the message asked');
}
