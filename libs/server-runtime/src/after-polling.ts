/**
 * A timer's callback that judges somebody else's silence. Node runs the timers that are due before it polls (its guide on
 * the event loop), so after a stall of our own the others are judged before what they sent meanwhile is read; an immediate
 * runs once that has been read. It may still run after its timer was cleared.
 */
export function afterPolling(judge: () => void): () => void {
  return () => void setImmediate(judge);
}
