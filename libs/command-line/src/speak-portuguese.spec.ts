import { describe, expect, test } from '@jest/globals';
import { Argument, Command, Option } from 'commander';
import { speakPortuguese, usageInPortuguese } from './speak-portuguese.ts';

function program(): Command {
  const sub = new Command('sub')
    .description('faz algo')
    .addArgument(new Argument('<HOST:PORT>', 'de quem').argParser(notTaken))
    .addOption(new Option('--framing <chunk|line>', 'o que é uma mensagem').choices(['chunk', 'line']).default('chunk').env('ECHO_TEST'))
    .addOption(new Option('--quick', 'depressa').conflicts('file'))
    .option('--file <file>', 'onde')
    .requiredOption('--needed <N>', 'sempre')
    .action(() => undefined);
  return new Command('program').addCommand(sub);
}

function notTaken(text: string): string {
  if (text !== 'bad') return text;
  throw Object.assign(new Error('Não serve.'), { code: 'commander.invalidArgument' });
}

/** What commander says at wrong usage, in both languages. */
function wrong(...args: readonly string[]): readonly [english: string, portuguese: string] {
  const command = program();
  let text = '';
  for (const one of [command, ...command.commands]) {
    one.exitOverride().configureOutput({ writeErr: () => undefined, outputError: (said) => (text += said) });
  }
  expect(() => command.parse(args, { from: 'user' })).toThrow();
  return [text.trimEnd(), usageInPortuguese(text).trimEnd()];
}

test('speakPortuguese() leaves no English in help', () => {
  const command = program();
  const [sub = command] = command.commands;
  sub.addArgument(new Argument('[file]', 'onde').default('x.json'));
  for (const one of [command, sub]) speakPortuguese(one);
  expect(sub.helpOption(false).helpInformation()).toBe(
    `Uso: program sub [opções] <HOST:PORTA> [arquivo]

faz algo

Argumentos:
  HOST:PORTA              de quem
  arquivo                 onde (padrão: "x.json")

Opções:
  --framing <chunk|line>  o que é uma mensagem (valores: "chunk", "line",
                          padrão: "chunk", ambiente: ECHO_TEST)
  --quick                 depressa
  --file <arquivo>        onde
  --needed <N>            sempre
`,
  );
  expect(command.helpInformation()).toContain('Comandos:\n  sub [opções] <HOST:PORTA> [arquivo]');
});

describe('usageInPortuguese()', () => {
  test.each([
    [['sub', 'a', '--needed', '1', '--nope'], "erro: a opção '--nope' não existe"],
    [['sub', 'a', '--needed', '1', '--fil'], "erro: a opção '--fil' não existe\n(Seria --file?)"],
    [['su'], "erro: o comando 'su' não existe\n(Seria sub?)"],
    [['sub', 'a', '--file'], "erro: falta o valor da opção '--file'"],
    [['sub', '--needed', '1'], 'erro: falta o argumento [HOST:PORTA]'],
    [['sub', 'a'], "erro: falta a opção '--needed'"],
    [['sub', 'a', '--needed', '1', '--quick', '--file', 'x'], "erro: a opção '--quick' não pode ser usada com a opção '--file'"],
    [['sub', 'a', 'b', '--needed', '1'], 'erro: argumentos demais: no máximo 1, e vieram 2.'],
    [['sub', 'a', '--framing', 'x'], "erro: a opção '--framing' não aceita 'x'. Valores possíveis: chunk, line."],
    [['sub', 'bad', '--needed', '1'], "erro: o argumento [HOST:PORTA] não aceita 'bad'. Não serve."],
  ])('has a sentence for %j', (args, portuguese) => {
    const [english, said] = wrong(...args);
    expect(english).toMatch(/^error: /);
    expect(said).toBe(portuguese);
  });

  test('leaves what is not commander’s', () => {
    expect(usageInPortuguese('erro: [algo] não existe\n')).toBe('erro: [algo] não existe\n');
  });
});
