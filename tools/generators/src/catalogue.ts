import type { Language } from '#command-line';

/** What the generator says to a person. */
const english = {
  badName: (name: string): string => `'${name}' cannot be the name of an approach; write it in kebab case, as my-model`,
  taken: (app: string): string => `there is a project ${app} already; choose another name`,
  keyword: (name: string): string => `'${name}' is a word of the bench's flags; choose another name`,
  peer: (name: string): string => `'${name}' is a server of tools/peers already; choose another name`,
  noModel: 'apps holds no approach to take the common files from; restore one of them',
  next: (app: string): string => `
Next: write apps/${app}/src/model.ts, whose comments say what; then its model.spec.ts and README.md.
  npx nx serve ${app}
  npx nx test ${app}
  npm run compare -- async ${app}`,
};

const portuguese: typeof english = {
  badName: (name) => `'${name}' não pode ser o nome de uma abordagem; escreva em kebab-case, como meu-modelo`,
  taken: (app) => `já existe um projeto ${app}; escolha outro nome`,
  keyword: (name) => `'${name}' é uma palavra das opções do bench; escolha outro nome`,
  peer: (name) => `'${name}' já é um servidor de tools/peers; escolha outro nome`,
  noModel: 'apps não tem nenhuma abordagem de onde tirar os arquivos comuns; restaure uma delas',
  next: (app) => `
Agora: escreva apps/${app}/src/model.ts, cujos comentários dizem o quê; depois o model.spec.ts e o README.md.
  npx nx serve ${app}
  npx nx test ${app}
  npm run compare -- async ${app}`,
};

export const catalogues: Readonly<Record<Language, typeof english>> = { en: english, 'pt-BR': portuguese };
