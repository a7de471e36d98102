/** Now, in ms, on a clock that all threads and processes of the machine share. */
export function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
