import { joined, type Quantity, quantity, said, type Statement, statement } from '#record';
import { listNames } from '../findings/list-names.ts';
import { willDo } from './choose.ts';
import type { Bound, Prediction } from './predict.ts';
import type { Question } from './question.ts';

/** Why that one, what rules out others, and what speaks for another. */
export function reasonsFor(chosen: Prediction, all: readonly Prediction[], question: Question): readonly Statement[] {
  const figures = {
    load: share(chosen.load),
    from: quantity(chosen.reply.from, 'ms'),
    to: quantity(chosen.reply.to, 'ms'),
    cores: quantity(question.cores, 'count'),
  };
  return [
    main(chosen, all, figures),
    ...(['reply-within', 'memory'] as const).flatMap((bound) => ruledOut(bound, all, question)),
    ...alternatives(chosen, all),
  ];
}

type Figures = Readonly<Record<'load' | 'from' | 'to' | 'cores', Quantity>>;

/** Those that keep up, and yet break a bound, each with its figure. */
function ruledOut(bound: Bound, all: readonly Prediction[], { replyWithin, memory }: Question): readonly Statement[] {
  const asked = bound === 'memory' ? memory : replyWithin;
  const out = all.filter(({ fit, broken }) => fit === 'fits' && broken.includes(bound));
  if (asked === undefined || out.length === 0) return [];
  const unit = bound === 'memory' ? 'bytes' : 'ms';
  const list = out.map(({ server }) => `${server} {${server}}`).join(', ');
  const texts = {
    'reply-within': {
      en: `99 of 100 replies are to come within {asked}; they would take up to, on ${list}.`,
      'pt-BR': `99 de cada 100 respostas devem chegar em até {asked}; o tempo seria de até: ${list}.`,
    },
    memory: { en: `{asked} of memory are asked; needed are, on ${list}.`, 'pt-BR': `O limite de memória é {asked}; seriam necessários: ${list}.` },
  };
  const need = ({ reply, memory: taken = 0 }: Prediction): Quantity => quantity(bound === 'memory' ? taken : reply.to, unit);
  const needs = Object.fromEntries(out.map((one) => [one.server, need(one)]));
  return [statement({ ...texts[bound], figures: { asked: quantity(asked, unit), ...needs } })];
}

function main(chosen: Prediction, all: readonly Prediction[], figures: Figures): Statement {
  const { server, serves, workers, fit } = chosen;
  if (fit !== 'fits') return nearest(chosen, all, figures);
  if (!willDo(chosen)) return noneWithin(chosen, figures);
  if (serves === 'serial') {
    return statement({
      en: `Take ${server}: a single client has nobody to wait for, is answered in between {from} and {to}, and nothing is simpler.`,
      'pt-BR': `Use ${server}: um único cliente não tem por quem esperar, recebe a resposta entre {from} e {to}, e nada é mais simples.`,
      figures,
    });
  }
  if (workers === 'none') {
    return statement({
      en: `Take ${server}: all clients together keep its one event loop {load} busy and are answered in between {from} and {to}; holding a connection costs it no time.`,
      'pt-BR': `Use ${server}: todos os clientes juntos ocupam {load} do seu único event loop e recebem a resposta entre {from} e {to}; manter uma conexão aberta não consome tempo dele.`,
      figures,
    });
  }
  const loop = all.find((one) => one.workers === 'none' && one.serves === 'overlapping');
  const en = `Take ${server}: on {cores} cores the clients keep it {load} busy and are answered in between {from} and {to}`;
  const ptBR = `Use ${server}: em {cores} núcleos os clientes ocupam {load} dele e recebem a resposta entre {from} e {to}`;
  return statement({
    en: `${en}${loop === undefined ? '.' : `; they ask ${loop.server}, with one event loop, for {loop} of what it can give.`}`,
    'pt-BR': `${ptBR}${loop === undefined ? '.' : `; de ${loop.server}, com um só event loop, exigiriam {loop} da capacidade.`}`,
    figures: { ...figures, ...(loop !== undefined && { loop: share(loop.load) }) },
  });
}

/** Where none fits: the one of least load, and what it would take. */
function nearest({ server, fit, coresToFit, load }: Prediction, all: readonly Prediction[], figures: Figures): Statement {
  const needed = coresToFit ?? all.find((one) => one.coresToFit !== undefined)?.coresToFit;
  const seen = { ...figures, times: quantity(load, 'ratio') };
  return joined([
    fit === 'tight'
      ? statement({
          en: `${server} comes nearest, but has no room to spare: {load} busy, with a reply in between {from} and {to}.`,
          'pt-BR': `${server} é o que mais se aproxima, mas sem folga: {load} de ocupação e resposta entre {from} e {to}.`,
          figures: seen,
        })
      : statement({
          en: `None keeps up: the clients ask ${server}, which comes nearest, for {times} what it can give, and are answered in between {from} and {to}.`,
          'pt-BR': `Nenhum dá conta: os clientes exigem {times} a capacidade de ${server}, o que mais se aproxima, e recebem a resposta entre {from} e {to}.`,
          figures: seen,
        }),
    needed !== undefined &&
      statement({
        en: 'With workers, it would take about {needed} cores.',
        'pt-BR': 'Com workers, seriam necessários cerca de {needed} núcleos.',
        figures: { needed: quantity(needed, 'count') },
      }),
  ]);
}

/** Where all that keep up break a bound; which, the sentences after this one say. */
function noneWithin({ server }: Prediction, figures: Figures): Statement {
  return statement({
    en: `None keeps what is asked: ${server} comes nearest, {load} busy and with a reply in between {from} and {to}.`,
    'pt-BR': `Nenhum atende ao que se pede: ${server} é o que mais se aproxima, com {load} de ocupação e resposta entre {from} e {to}.`,
    figures,
  });
}

function alternatives(chosen: Prediction, all: readonly Prediction[]): readonly Statement[] {
  const others = all.filter((one) => one.server !== chosen.server && willDo(one));
  const [safer] = others.filter(({ lost }) => lost < chosen.lost);
  const alike = others.filter(({ workers, lost }) => lost >= chosen.lost && workers !== 'none' && chosen.workers !== 'none');
  const named = [chosen, ...(safer ? [safer] : []), ...alike];
  return said([
    safer &&
      statement({
        en: `If a crash must not take all clients with it: ${safer.server} loses {lost} of them with a worker, ${chosen.server} {all}.`,
        'pt-BR': `Se uma falha não pode derrubar todos os clientes: com a morte de um worker, ${safer.server} perde {lost} deles; ${chosen.server}, {all}.`,
        figures: { lost: share(safer.lost), all: share(chosen.lost) },
      }),
    ...named.filter(({ lost, lostByKill }) => lostByKill > lost).map(wholeProcess),
    alike.length > 0 && sameWithMore(chosen, alike),
  ]);
}

/** Workers that are threads share a process. */
function wholeProcess({ server, lost, lostByKill }: Prediction): Statement {
  return statement({
    en: `A thread that ends takes {lost} of the clients of ${server} with it; kill -9, or a want of memory, ends the whole process and takes {killed}.`,
    'pt-BR': `Em ${server}, uma thread que termina derruba {lost} dos clientes; kill -9, ou a falta de memória, encerra o processo inteiro e derruba {killed}.`,
    figures: { lost: share(lost), killed: share(lostByKill) },
  });
}

function sameWithMore(chosen: Prediction, alike: readonly Prediction[]): Statement {
  const names = listNames(alike.map(({ server }) => server));
  const [other] = alike;
  if (other?.memory === undefined || chosen.memory === undefined) {
    return statement({ en: `${names.en} would do as well.`, 'pt-BR': `${names['pt-BR']} também serviria.` });
  }
  return statement({
    en: `${names.en} would do as well, with {more} of memory where ${chosen.server} takes {less}.`,
    'pt-BR': `${names['pt-BR']} também serviria, com {more} de memória, em vez dos {less} de ${chosen.server}.`,
    figures: { more: quantity(other.memory, 'bytes'), less: quantity(chosen.memory, 'bytes') },
  });
}

const share = (value: number): Quantity => quantity(value, 'share');
