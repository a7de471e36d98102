/** Says that it is there, stays, and takes no notice of SIGTERM. */
process.on('SIGTERM', () => undefined);
setInterval(() => undefined, 1_000);
// Once a first line was read, nobody may read any more.
process.stdout.on('error', () => undefined);
process.stdout.write('there\n');
