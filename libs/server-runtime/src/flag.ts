import { type Language, languages, parseDuration } from '#command-line';

/** What a kind of flag answers to a text that it does not take; `undefined` is a value of some. */
export const refused = Symbol('refused');

/** What a flag takes: how its text is read, and how that is said to somebody who wrote something else. */
export interface Kind<Value> {
  readonly read: (text: string) => Value | typeof refused;
  readonly expects: Readonly<Record<Language, string>>;
}

/** One flag of the command line, `--max-connections N`, which is `ECHO_MAX_CONNECTIONS` in the environment too. */
export interface Flag<Value> extends Kind<Value> {
  readonly placeholder: string;
  readonly help: Readonly<Record<Language, string>>;
  /** As a person would type it; undefined where it is found out when the server starts. */
  readonly default: string | undefined;
  /** What it stands for where it is given without a value; absent: it needs one. */
  readonly bare?: string;
}

/** Flags by the camel-case name under which their values are read. */
export type Flags = Readonly<Record<string, Flag<unknown>>>;
export type Values<F extends Flags> = { readonly [Name in keyof F]: F[Name] extends Flag<infer Value> ? Value : never };

export const wholeNumber = (min: number, max: number): Kind<number> => ({
  read: (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : refused;
  },
  expects: { en: `a whole number from ${min} to ${max}`, 'pt-BR': `um número inteiro de ${min} a ${max}` },
});

/** `--flag`, `--flag on`, `--flag off`. */
export const onOff: Kind<boolean> & Pick<Flag<boolean>, 'bare'> = {
  read: (text) => (text === 'on' ? true : text === 'off' ? false : refused),
  expects: { en: 'on or off', 'pt-BR': 'on ou off' },
  bare: 'on',
};

export const oneOf = <const Choice extends string>(choices: readonly Choice[]): Kind<Choice> => ({
  read: (text) => choices.find((choice) => choice === text) ?? refused,
  expects: { en: `one of ${choices.join(', ')}`, 'pt-BR': `um destes: ${choices.join(', ')}` },
});

/** Milliseconds, at least 1; undefined for `off`. */
export const duration: Kind<number | undefined> = {
  read: (text) => {
    if (text === 'off') return undefined;
    const ms = parseDuration(text) ?? NaN;
    return ms >= 1 ? ms : refused;
  },
  expects: { en: 'a duration such as 250ms, 2s or 1m, or off', 'pt-BR': 'uma duração como 250ms, 2s ou 1m, ou off' },
};

export const text = (en: string, ptBR: string): Kind<string> => ({
  read: (given) => (given === '' ? refused : given),
  expects: { en, 'pt-BR': ptBR },
});

/** A host and a port; an IPv6 address in brackets (RFC 5952, section 6). */
export const hostAndPort: Kind<{ readonly host: string; readonly port: number }> = {
  read: (given) => {
    const [, v6, name, port] = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(given) ?? [];
    const host = v6 ?? name;
    return host === undefined || Number(port) > 65_535 ? refused : { host, port: Number(port) };
  },
  expects: {
    en: 'a host and a port such as 127.0.0.1:9464 or [::1]:9464',
    'pt-BR': 'um endereço e uma porta como 127.0.0.1:9464 ou [::1]:9464',
  },
};

export const language: Kind<Language> = oneOf(languages);
