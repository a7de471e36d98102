import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mindLostOutput } from '#command-line';

interface Assertion {
  readonly status: string;
  readonly fullName: string;
}

/** What Jest leaves of a project's tests, as far as it is needed here. */
interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly Assertion[]; readonly message: string; readonly name: string }[];
}

/**
 * Says why tests were skipped, by the reason in their names or in that of what they are in; which failed; and then, on one
 * line, how many did what.
 */
mindLostOutput();
const folder = 'test-results';
const [exitCode = '0'] = process.argv.slice(2);
const results = (existsSync(folder) ? readdirSync(folder) : []).map(
  (file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Results,
);
const sum = (count: (result: Results) => number): number => results.reduce((total, result) => total + count(result), 0);

const all = results.flatMap(({ testResults }) => testResults.flatMap(({ assertionResults }) => assertionResults));
const skipped = all.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName);
for (const [reason, names] of Map.groupBy(skipped, (name) => /(?:\(|; )((?:long: |needs )[^()]+)\)/.exec(name)?.[1] ?? name)) {
  console.log(`skipped ${String(names.length).padStart(3)}  ${reason}`);
}
// At the end, where whoever sees nothing else of it looks.
for (const { fullName } of all.filter(({ status }) => status === 'failed')) console.log(`failed  ${fullName}`);
for (const { name, message } of results.flatMap(({ testResults }) => testResults.filter((one) => one.assertionResults.length === 0 && one.message !== ''))) {
  console.log(`failed  ${name}: ${message.split('\n', 1)[0] ?? ''}`);
}
const failed = sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites);
// Lint and types are no tests; where they alone failed, that counts, too.
const other = failed === 0 && exitCode !== '0' ? 1 : 0;
console.log(`${sum((result) => result.numPassedTests)} passed, ${failed + other} failed, ${skipped.length} skipped`);
