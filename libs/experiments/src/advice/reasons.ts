import { quantity, type Quantity, type Statement, statement, type Text } from '#record';
import { listNames } from '../findings/list-names.ts';
import type { Prediction } from './predict.ts';
import type { Question } from './question.ts';

/** Why that one, and what speaks for another. */
export function reasonsFor(chosen: Prediction, all: readonly Prediction[], { cores }: Question): readonly Statement[] {
  const figures = {
    load: share(chosen.load),
    reply: quantity(chosen.reply, 'ms'),
    cores: quantity(cores, 'count'),
  };
  return [main(chosen, all, figures), ...alternatives(chosen, all)];
}

type Figures = Readonly<Record<'load' | 'reply' | 'cores', Quantity>>;

function main(chosen: Prediction, all: readonly Prediction[], figures: Figures): Statement {
  const { server, serves, workers, fit } = chosen;
  if (fit !== 'fits') return nearest(chosen, all, figures);
  if (serves === 'serial') {
    return statement({
      en: `Take ${server}: a single client has nobody to wait for, and nothing is simpler.`,
      'pt-BR': `Use ${server}: um único cliente não tem por quem esperar, e nada é mais simples.`,
    });
  }
  if (workers === 'none') {
    return statement(
      {
        en: `Take ${server}: all clients together keep its one event loop {load} busy and are answered in about {reply}; holding a connection costs it no time.`,
        'pt-BR': `Use ${server}: todos os clientes juntos ocupam {load} do seu único laço de eventos e são respondidos em cerca de {reply}; manter uma conexão não lhe custa tempo.`,
      },
      figures,
    );
  }
  const loop = all.find((one) => one.workers === 'none' && one.serves === 'overlapping');
  const en = `Take ${server}: on {cores} cores the clients keep it {load} busy and are answered in about {reply}`;
  const ptBR = `Use ${server}: em {cores} núcleos os clientes ocupam {load} dele e são respondidos em cerca de {reply}`;
  return statement(
    {
      en: `${en}${loop === undefined ? '.' : `; they ask ${loop.server}, with one event loop, for {loop} of what it can give.`}`,
      'pt-BR': `${ptBR}${loop === undefined ? '.' : `; de ${loop.server}, com um só laço de eventos, exigem {loop} do que pode dar.`}`,
    },
    { ...figures, ...(loop !== undefined && { loop: share(loop.load) }) },
  );
}

/** Where none fits: the one of least load, and what it would take. */
function nearest({ server, fit, coresToFit, load }: Prediction, all: readonly Prediction[], figures: Figures): Statement {
  const needed = coresToFit ?? all.find((one) => one.coresToFit !== undefined)?.coresToFit;
  const more: Text = needed === undefined ? { en: '', 'pt-BR': '' } : withCores;
  const texts = {
    tight: {
      en: `${server} comes nearest, but has no room to spare: {load} busy, with a reply in about {reply}.${more.en}`,
      'pt-BR': `${server} é o que chega mais perto, mas sem folga: ocupado em {load}, com resposta em cerca de {reply}.${more['pt-BR']}`,
    },
    overloaded: {
      en: `None keeps up: the clients ask ${server}, which comes nearest, for {times} what it can give, and are answered in about {reply}.${more.en}`,
      'pt-BR': `Nenhum dá conta: de ${server}, o que chega mais perto, os clientes exigem {times} o que pode dar, e são respondidos em cerca de {reply}.${more['pt-BR']}`,
    },
  };
  return statement(texts[fit === 'tight' ? 'tight' : 'overloaded'], {
    ...figures,
    times: quantity(load, 'ratio'),
    ...(needed !== undefined && { needed: quantity(needed, 'count') }),
  });
}

const withCores: Text = {
  en: ' With workers, it would take about {needed} cores.',
  'pt-BR': ' Com workers, seriam precisos cerca de {needed} núcleos.',
};

function alternatives(chosen: Prediction, all: readonly Prediction[]): readonly Statement[] {
  const others = all.filter((one) => one.server !== chosen.server && one.fit === 'fits');
  const safer = others.filter(({ lost }) => lost < chosen.lost);
  const alike = others.filter(({ workers, lost }) => lost >= chosen.lost && workers !== 'none' && chosen.workers !== 'none');
  return [
    ...safer.slice(0, 1).map(({ server, lost }) =>
      statement(
        {
          en: `If a crash must not take all clients with it: ${server} loses {lost} of them, ${chosen.server} {all}.`,
          'pt-BR': `Se uma falha não pode derrubar todos os clientes: ${server} perde {lost} deles, e ${chosen.server}, {all}.`,
        },
        { lost: share(lost), all: share(chosen.lost) },
      ),
    ),
    ...(alike.length === 0 ? [] : [sameWithMore(chosen, alike)]),
  ];
}

function sameWithMore(chosen: Prediction, alike: readonly Prediction[]): Statement {
  const names = listNames(alike.map(({ server }) => server));
  const [other] = alike;
  if (other?.memory === undefined || chosen.memory === undefined) {
    return statement({ en: `${names.en} would do as well.`, 'pt-BR': `${names['pt-BR']} também serviria.` });
  }
  return statement(
    {
      en: `${names.en} would do as well, with {more} of memory where ${chosen.server} takes {less}.`,
      'pt-BR': `${names['pt-BR']} também serviria, com {more} de memória, enquanto ${chosen.server} usa {less}.`,
    },
    { more: quantity(other.memory, 'bytes'), less: quantity(chosen.memory, 'bytes') },
  );
}

const share = (value: number): Quantity => quantity(value, 'share');
