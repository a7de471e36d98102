/** The servers of the sample: the five of this workspace, and one from outside. */
export const sampleServers: readonly string[] = [
  'server-serial',
  'server-async',
  'server-reactive',
  'server-cluster',
  'server-threads',
  'seed-python',
];
