import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** Reads `[[file, import], …]` from the command line, or a line of code in place of the import; prints the rules that forbid it there. */
const cases = JSON.parse(process.argv[2] ?? '[]') as [string, string][];
// None of the rules that are looked at asks for a type, and to learn the types takes seconds.
const { disableTypeChecked } = tseslint.configs;
const withoutTypes = {
  rules: { ...disableTypeChecked.rules, 'types/errors': 'off' },
  languageOptions: { parserOptions: { project: false, program: null } },
} as const;
const eslint = new ESLint({ overrideConfig: withoutTypes });
const rules = ['@nx/enforce-module-boundaries', '@typescript-eslint/no-restricted-imports', 'no-restricted-properties'];
const found: string[][] = [];
for (const [filePath, specifier] of cases) {
  const [result] = await eslint.lintText(specifier.endsWith(';') ? specifier : `export * from '${specifier}';\n`, { filePath });
  const broken = result?.messages.map(({ ruleId }) => ruleId ?? 'no parse') ?? [];
  found.push([...new Set(broken)].filter((rule) => rules.includes(rule) || rule === 'no parse'));
}
console.log(JSON.stringify(found));
