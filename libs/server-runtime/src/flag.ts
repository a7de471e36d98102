import { type Language, languages, parseDuration } from '#command-line';
import { z } from 'zod';

/** What a flag takes: how its text is read, and how that is said to somebody who wrote something else. */
export interface Kind<Value> {
  readonly schema: z.ZodType<Value, string>;
  readonly expects: Readonly<Record<Language, string>>;
}

/** One flag of the command line, `--max-connections N`, which is `ECHO_MAX_CONNECTIONS` in the environment too. */
export interface Flag<Value> extends Kind<Value> {
  readonly placeholder: string;
  readonly help: Readonly<Record<Language, string>>;
  /** As a person would type it; undefined where it is found out when the server starts. */
  readonly default: string | undefined;
}

/** Flags by the camel-case name under which their values are read. */
export type Flags = Readonly<Record<string, Flag<unknown>>>;
export type Values<F extends Flags> = { readonly [Name in keyof F]: F[Name] extends Flag<infer Value> ? Value : never };

export const wholeNumber = (min: number, max: number): Kind<number> => ({
  schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max)),
  expects: { en: `a whole number from ${min} to ${max}`, 'pt-BR': `um número inteiro de ${min} a ${max}` },
});

export const oneOf = <const Choice extends string>(choices: readonly Choice[]): Kind<Choice> => ({
  schema: z.string().pipe(z.enum(choices)),
  expects: { en: `one of ${choices.join(', ')}`, 'pt-BR': `um destes: ${choices.join(', ')}` },
});

/** Milliseconds, at least 1; undefined for `off`. */
export const duration: Kind<number | undefined> = {
  schema: z
    .string()
    .transform((text) => (text === 'off' ? undefined : (parseDuration(text) ?? NaN)))
    .refine((ms) => ms === undefined || ms >= 1),
  expects: { en: 'a duration such as 250ms, 2s or 1m, or off', 'pt-BR': 'uma duração como 250ms, 2s ou 1m, ou off' },
};

export const text = (en: string, ptBR: string): Kind<string> => ({
  schema: z.string().min(1),
  expects: { en, 'pt-BR': ptBR },
});

export const language: Kind<Language> = oneOf(languages);
