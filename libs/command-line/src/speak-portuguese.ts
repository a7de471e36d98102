import type { Command } from 'commander';

/**
 * Has a command say in Portuguese what commander, which speaks English alone, puts into every help of its own accord. What
 * is wrong with its arguments, `usageInPortuguese()` says.
 */
export function speakPortuguese(command: Command): void {
  const english = command.createHelp();
  command.configureHelp({
    ...command.configureHelp(),
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: placeholders,
    optionTerm: (option) => placeholders(english.optionTerm(option)),
    argumentTerm: (argument) => placeholders(`[${english.argumentTerm(argument)}]`).slice(1, -1),
    subcommandTerm: (sub) => placeholders(english.subcommandTerm(sub)),
    optionDescription: (option) => withNotes(option.description, english.optionDescription(option)),
    argumentDescription: (argument) => withNotes(argument.description, english.argumentDescription(argument)),
  });
}

/** What commander says of wrong usage, in Portuguese; anything else stays as it is. */
export function usageInPortuguese(text: string): string {
  const said = sentences.reduce((sentence, [english, portuguese]) => sentence.replace(english, portuguese), text);
  return said === text ? text : said.replace(/\[[\w.:]+\]/, placeholders);
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Arguments:': 'Argumentos:',
  'Options:': 'Opções:',
  'Commands:': 'Comandos:',
};

/** A description with what commander notes behind it. */
function withNotes(description: string, english: string): string {
  const notes = english.slice(description.length);
  return description + notes.replace(/\b(?:choices|default|env)(?=: )/g, (note) => noteWords[note] ?? note);
}

const noteWords: Readonly<Record<string, string>> = { choices: 'valores', default: 'padrão', env: 'ambiente' };

/** What stands in for a value, in angle or square brackets. A value that is to be typed as it stands is none of these. */
const placeholderWords: Readonly<Record<string, string>> = {
  options: 'opções',
  flags: 'opções',
  command: 'comando',
  name: 'nome',
  names: 'nomes',
  file: 'arquivo',
  folder: 'pasta',
  path: 'caminho',
  prefix: 'prefixo',
  prefixes: 'prefixos',
  levels: 'níveis',
  mode: 'modo',
  condition: 'condição',
  framing: 'enquadramento',
  duration: 'duração',
  port: 'porta',
  language: 'idioma',
  approach: 'abordagem',
  message: 'mensagem',
  server: 'servidor',
  time: 'tempo',
  work: 'trabalho',
};

/** The placeholders of a term or usage, in capitals where they were. */
function placeholders(term: string): string {
  return term.replace(/[<[][^\]>]+[\]>]/g, (bracketed) =>
    bracketed.replace(/[A-Za-z]+/g, (word) => {
      const portuguese = placeholderWords[word.toLowerCase()] ?? word;
      return word === word.toUpperCase() ? portuguese.toUpperCase() : portuguese;
    }),
  );
}

/** Every sentence of commander 14 (lib/command.js, lib/option.js, lib/suggestSimilar.js) that a person may meet. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/, "erro: a opção '$1' não existe"],
  [/^error: unknown command '(.*)'/, "erro: o comando '$1' não existe"],
  [/^error: option '(\S+).*' argument missing/, "erro: falta o valor da opção '$1'"],
  [/^error: missing required argument '(.*)'/, 'erro: falta o argumento [$1]'],
  [/^error: required option '(\S+).*' not specified/, "erro: falta a opção '$1'"],
  [/^error: option '([^ ']+).*' cannot be used with option '([^ ']+).*'/, "erro: a opção '$1' não pode ser usada com a opção '$2'"],
  [
    /^error: too many arguments(?: for '(?:.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    'erro: argumentos demais: no máximo $1, e vieram $2.',
  ],
  [/^error: option '(\S+).*' argument '(.*)' is invalid\./, "erro: a opção '$1' não aceita '$2'."],
  [/^error: option '(\S+).*' value '(.*)' from env '(.*)' is invalid\./, "erro: a opção '$1' não aceita '$2', que veio de $3."],
  [/^error: command-argument value '(.*)' is invalid for argument '(.*)'\./, "erro: o argumento [$2] não aceita '$1'."],
  [/Allowed choices are (.*)\.$/m, 'Valores possíveis: $1.'],
  [/\(Did you mean one of (.*)\?\)/, '(Seria um destes: $1?)'],
  [/\(Did you mean (.*)\?\)/, '(Seria $1?)'],
];
