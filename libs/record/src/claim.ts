import { z } from 'zod';
import { statementSchema } from './statement.ts';
import { type Text, textSchema } from './text.ts';

/** `undecided`: the repeats don't settle where the verdict turns; another run might have said otherwise. */
export const verdicts = ['holds', 'holds-with-condition', 'does-not-hold', 'undecided', 'not-tried'] as const;
export type Verdict = (typeof verdicts)[number];

/** As people say it of a claim. */
export const verdictWords: Readonly<Record<Verdict, Text>> = {
  holds: { en: 'holds', 'pt-BR': 'confirma-se' },
  'holds-with-condition': { en: 'holds with a condition', 'pt-BR': 'confirma-se com ressalva' },
  'does-not-hold': { en: 'does not hold', 'pt-BR': 'não se confirma' },
  undecided: { en: 'undecided', 'pt-BR': 'indefinida' },
  'not-tried': { en: 'not tried', 'pt-BR': 'não testada' },
};

/** A claim of the report that this project started from, and what this run says of it. */
export const claimSchema = z.object({
  id: z.string(),
  claim: textSchema,
  verdict: z.enum(verdicts),
  /** The figure behind the verdict; of a claim that was not tried, why not. */
  because: statementSchema,
  /** The experiment behind it. */
  experiment: z.string(),
});
export type Claim = Readonly<z.infer<typeof claimSchema>>;
