import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mindLostOutput } from '#command-line';

/** What Jest leaves of a project's tests, as far as it is needed here. */
interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly title: string }[] }[];
}

/** Says which tests were skipped, with the reason that stands in their names, and then, on one line, how many did what. */
mindLostOutput();
const folder = 'test-results';
const [exitCode = '0'] = process.argv.slice(2);
const results = (existsSync(folder) ? readdirSync(folder) : []).map(
  (file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Results,
);
const sum = (count: (result: Results) => number): number => results.reduce((total, result) => total + count(result), 0);

const skipped = results
  .flatMap(({ testResults }) => testResults.flatMap(({ assertionResults }) => assertionResults))
  .filter(({ status }) => status === 'pending')
  .map(({ title }) => title);
for (const title of new Set(skipped)) {
  console.log(`skipped ${skipped.filter((other) => other === title).length}×  ${title}`);
}
const failed = sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites);
// Lint and types are no tests; where they alone failed, that counts, too.
const other = failed === 0 && exitCode !== '0' ? 1 : 0;
console.log(`${sum((result) => result.numPassedTests)} passed, ${failed + other} failed, ${skipped.length} skipped`);
