/** What ends a connection with an `Error:` line. Everything else a peer may send is answered. */
export type Fault =
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'too-long'; readonly maxMessageBytes: number }
  | { readonly kind: 'work-failed' }
  | { readonly kind: 'server-full' };

/** The line that the peer gets before our FIN, LF included (protocol.md, Framing; Waiting and refusing). */
export function errorLine(fault: Fault): Buffer {
  return Buffer.from(`Error: ${describe(fault)}\n`);
}

function describe(fault: Fault): string {
  switch (fault.kind) {
    case 'not-utf8':
      return 'message is not valid UTF-8';
    case 'too-long':
      return `message is longer than ${fault.maxMessageBytes} bytes`;
    case 'work-failed':
      return 'the work on this message failed';
    case 'server-full':
      return 'server is full';
  }
}
