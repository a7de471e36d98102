import type { Outcome, Promises } from '#contract';
import type { VerifyCatalogue } from './catalogue.ts';
import { countResults, scoresOf } from './scores.ts';
import { usualCause, whyNotPassed } from './why-not-passed.ts';

/** For programs, its sentences in the language asked for. The schema's number changes when a field's meaning does. */
export function verifyJson(server: string, promises: Promises, outcomes: readonly Outcome[], words: VerifyCatalogue): string {
  const clauses = outcomes.map((outcome) => ({
    id: outcome.clause.id,
    level: outcome.clause.level,
    title: outcome.clause.title[words.locale],
    rule: outcome.clause.rule,
    result: outcome.result,
    ...(outcome.result === 'unsteady' ? { passed: outcome.passed, tries: outcome.tries } : {}),
    milliseconds: Math.round(outcome.took),
    reason: whyNotPassed(outcome, words),
    hint: usualCause(outcome)?.[words.locale],
  }));
  const { 'not-tried': notTried, 'not-reached': notReached, ...counts } = countResults(outcomes);
  const levels = scoresOf(outcomes);
  return JSON.stringify({ schema: 'echo-lab/verify/2', server, promises, ...counts, notTried, notReached, levels, clauses }, null, 2);
}

/** JUnit's XML, as most continuous-integration servers read it: a suite a level, a test case a clause. */
export function verifyJunit(server: string, outcomes: readonly Outcome[], words: VerifyCatalogue): string {
  const suites = scoresOf(outcomes).flatMap(({ level }) => {
    const its = outcomes.filter(({ clause }) => clause.level === level);
    const counts = countResults(its);
    const time = seconds(its.reduce((sum, { took }) => sum + took, 0));
    const skipped = counts['not-tried'] + counts['not-reached'];
    const figures = `tests="${its.length}" failures="${counts.failed + counts.unsteady}" skipped="${skipped}" time="${time}"`;
    return [
      `  <testsuite name="${escape(`contract of ${server}: ${level}`)}" ${figures}>`,
      ...its.map((outcome) => testCase(outcome, words)),
      '  </testsuite>',
    ];
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join('\n');
}

function testCase(outcome: Outcome, words: VerifyCatalogue): string {
  const { clause, took, result } = outcome;
  const [topic = '', requirement = ''] = clause.id.split('/');
  const name = escape(`${requirement}: ${clause.title[words.locale]}`);
  const open = `    <testcase classname="${escape(topic)}" name="${name}" time="${seconds(took)}"`;
  const why = whyNotPassed(outcome, words);
  if (why === undefined) return `${open}/>`;
  if (result === 'not-tried' || result === 'not-reached') return `${open}><skipped message="${escape(why)}"/></testcase>`;
  const said = result === 'unsteady' ? `${words.unsteady(outcome.passed, outcome.tries)}: ${why}` : why;
  const cause = usualCause(outcome);
  const hint = cause === undefined ? '' : escape(words.hint(cause[words.locale]));
  return `${open}><failure message="${escape(said)}">${hint}</failure></testcase>`;
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(3);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** Text for an XML attribute; what XML 1.0 cannot hold at all becomes `?`. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"\n]/g, (one) => entities[one] ?? one).replaceAll(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?');
}
