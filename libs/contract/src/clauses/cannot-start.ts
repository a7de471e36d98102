import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { clausesOf } from '../clause.ts';
import { NotTried } from '../not-tried.ts';
import { demand, givesUp } from './support.ts';


/** A port that is in use while `during` runs. */
async function withPortInUse<T>(during: (port: number) => Promise<T>): Promise<T> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  try {
    return await during((listener.address() as AddressInfo).port);
  } finally {
    listener.close();
  }
}

export const cannotStartClauses = clausesOf({ level: 'echo-lab', rule: 'command line', framing: 'line', needs: ['start'] }, [
  {
    id: 'start/unknown-flag',
    title: {
      en: 'A flag that it does not have ends with exit 2 and is named',
      'pt-BR': 'Uma opção que não existe encerra o servidor com código 2 e é citada na mensagem',
    },
    flags: [],
    async run(subject) {
      const line = await givesUp(await subject.launch({ flags: ['--no-such-flag'] }), 2, subject.patience, 'gave it --no-such-flag');
      demand(line.includes('--no-such-flag'), 'gave it --no-such-flag', 'its name in the line', `it said ${line}`);
    },
  },
  {
    id: 'start/bad-value',
    title: {
      en: 'A flag with a value that makes no sense ends with exit 2 and is named',
      'pt-BR': 'Uma opção com valor sem sentido encerra o servidor com código 2 e é citada na mensagem',
    },
    flags: [],
    async run(subject) {
      const cases = [
        ['--idle-timeout', '2parsecs'],
        ['--max-connections', 'many'],
        ['--framing', 'paragraph'],
        ['--port', '70000'],
      ] as const;
      for (const [flag, value] of cases) {
        const did = `gave it ${flag} ${value}`;
        const line = await givesUp(await subject.launch({ flags: [flag, value] }), 2, subject.patience, did);
        demand(line.includes(flag), did, 'its name in the line', `it said ${line}`);
      }
    },
  },
  {
    id: 'start/port-in-use',
    title: {
      en: 'A port in use is said so in one line on stderr, exit 1',
      'pt-BR': 'Uma porta em uso é informada em uma linha no stderr, com código de saída 1',
    },
    rule: 'fault 25',
    flags: [],
    run: (subject) =>
      withPortInUse(async (port) => {
        const line = await givesUp(await subject.launch({ port }), 1, subject.patience, 'started it on a port in use');
        const expected = `port ${port} on 127.0.0.1 is already in use`;
        demand(line.includes(expected), 'started it on a port in use', expected, `it said ${line}`);
      }),
  },
  {
    id: 'start/port-in-use-pt-br',
    title: {
      en: 'A port in use is said so in Brazilian Portuguese where that is asked for',
      'pt-BR': 'Uma porta em uso é informada em português do Brasil, quando se pede esse idioma',
    },
    flags: ['--lang', 'pt-BR'],
    run: (subject) =>
      withPortInUse(async (port) => {
        const line = await givesUp(await subject.launch({ port }), 1, subject.patience, 'started it on a port in use');
        const expected = `a porta ${port} em 127.0.0.1 já está em uso`;
        demand(line.includes(expected), 'started it on a port in use with --lang pt-BR', expected, `it said ${line}`);
      }),
  },
  {
    id: 'start/bad-host',
    title: {
      en: 'A host that is not ours or does not exist ends with one line that names it, exit 1',
      'pt-BR': 'Um endereço que não é desta máquina ou não existe é citado em uma linha, com código de saída 1',
    },
    rule: 'fault 25',
    flags: [],
    async run(subject) {
      for (const host of ['203.0.113.1', 'no-such-host.invalid']) {
        const line = await givesUp(await subject.launch({ flags: ['--host', host] }), 1, 2 * subject.patience, `gave it --host ${host}`);
        demand(line.includes(host), `gave it --host ${host}`, 'its name in the line', `it said ${line}`);
      }
    },
  },
  {
    id: 'start/privileged-port',
    title: {
      en: 'A port that needs privileges ends with one line that names it, exit 1',
      'pt-BR': 'Uma porta que exige privilégios é citada em uma linha, com código de saída 1',
    },
    rule: 'fault 25',
    flags: [],
    async run(subject) {
      const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
      await unprivilegedMayNot(79);
      const line = await givesUp(await subject.launch({ port: 79, ...asNobody }), 1, subject.patience, 'started it on port 79');
      demand(line.includes('79'), 'started it on port 79', 'the port in the line', `it said ${line}`);
    },
  },
]);

async function unprivilegedMayNot(port: number): Promise<void> {
  const first = await readFile('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8').catch(() => '1024');
  if (Number(first) <= port) throw new NotTried(`this system lets anybody listen on port ${port}`);
}

