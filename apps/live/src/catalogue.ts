import { inLanguages } from '#command-line';

/** What the command says in a terminal. */
export const liveCatalogues = inLanguages(
  {
    help: {
      live: 'shows on a page how clients wait on real servers; on 127.0.0.1 alone',
      port: 'where the page is served; 0 picks a free one',
      open: 'open the page in the browser',
    },
    badPort: 'It must be a whole number from 0 to 65535.',
    at: (url: string) => `Clients and servers to watch: ${url} (Ctrl-C ends all of it)`,
    inUse: (port: number) => `port ${port} on 127.0.0.1 is already in use; stop what listens there, or choose another with --port`,
    notListening: (port: number, code: string) => `cannot listen on port ${port} of 127.0.0.1 (${code}); choose another with --port`,
    notOpened: (url: string) => `no browser could be opened; open ${url} yourself`,
  },
  {
    help: {
      live: 'mostra em uma página como os clientes esperam em servidores reais; só em 127.0.0.1',
      port: 'onde a página fica; 0 escolhe uma porta livre',
      open: 'abre a página no navegador',
    },
    badPort: 'Precisa ser um número inteiro de 0 a 65535.',
    at: (url: string) => `Clientes e servidores para observar: ${url} (Ctrl-C encerra tudo)`,
    inUse: (port: number) => `a porta ${port} em 127.0.0.1 já está em uso; pare o que escuta nela ou escolha outra com --port`,
    notListening: (port: number, code: string) => `não foi possível escutar na porta ${port} de 127.0.0.1 (${code}); escolha outra com --port`,
    notOpened: (url: string) => `nenhum navegador pôde ser aberto; abra ${url} você mesmo`,
  },
);
