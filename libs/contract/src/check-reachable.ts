import { Lane, type LaneSettings, unlessReset } from './lane.ts';

/**
 * Connects once, so that a server which is not there is one clear error and not a hundred failed clauses.
 *
 * @throws Error that says why it cannot be reached or started
 */
export async function checkReachable(settings: Omit<LaneSettings, 'flags'>): Promise<void> {
  const lane = new Lane({ ...settings, flags: [] });
  try {
    await lane.connect().catch(unlessReset); // It is there: what it does is the clauses' to say.
  } finally {
    await lane.tidy({ server: true });
  }
}
