/** Ours, but for what would set a server's flags or its language, and what a test runner adds. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const strange = /^(ECHO_|LC_|LANG|JEST_|NODE_ENV$|NODE_OPTIONS$|NODE_UNIQUE_ID$|FORCE_COLOR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !strange.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', NO_COLOR: '1' };
}
