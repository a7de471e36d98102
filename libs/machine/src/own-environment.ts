/**
 * What a child is given of this process's environment: all but what a person set for servers of their own, how Node was
 * told to run this process, and what a test runner adds. None of it is to change what is tried or measured.
 */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const strange = /^(ECHO_|JEST_|NODE_ENV$|NODE_OPTIONS$|NODE_UNIQUE_ID$|NODE_CHANNEL_|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !strange.test(name)));
}
