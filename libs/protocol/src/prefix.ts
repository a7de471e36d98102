/** What stands before the message in every reply. */
export const prefix: Buffer = Buffer.from('Echo: ');
