import type { Advice, Question } from '#experiments';
import { type RunRecord, type Statement, writeStatement } from '#record';
import type { AdviseCatalogue } from './catalogue.ts';

/** The same for a program: one object, whose keys a later version of the schema only adds to. */
export function adviseJson(advice: Advice, question: Question, record: RunRecord, { locale }: AdviseCatalogue): string {
  const say = (statements: readonly Statement[]): readonly string[] => statements.map((one) => writeStatement(one, locale));
  const { clients, hold, cpu, messages, rate, cores, replyWithin, memory } = question;
  return JSON.stringify({
    schema: 'echo-lab/advise/1',
    question: {
      clients,
      holdMs: hold,
      cpuMs: cpu,
      ...(rate === undefined ? { messages } : { perSecond: rate }),
      cores,
      ...(replyWithin !== undefined && { replyWithinMs: replyWithin }),
      ...(memory !== undefined && { memoryBytes: memory }),
    },
    record: { startedAt: record.startedAt, commit: record.environment.commit?.hash ?? null },
    server: advice.server,
    reasons: say(advice.reasons),
    sure: advice.sure,
    doubts: say(advice.doubts),
    approaches: advice.predictions.map(({ server, load, reply, memory, lost, lostByKill, fit, broken, coresToFit }) => ({
      server,
      load,
      replyMs: reply.typical,
      replyFromMs: reply.from,
      replyToMs: reply.to,
      memoryBytes: memory ?? null,
      lostInACrash: lost,
      lostToKill: lostByKill,
      fit,
      broken,
      coresToFit: coresToFit ?? null,
    })),
  });
}
