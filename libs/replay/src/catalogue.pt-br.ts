import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  replay: 'Reprodução',
  play: 'Reproduzir',
  pause: 'Pausar',
  back: 'Passo atrás',
  forward: 'Passo à frente',
  all: 'Mostrar tudo',
  position: 'Momento',
  time: '{at} de {lasted}',

  speed: 'Velocidade',
  realTime: 'tempo real',
  slower: '1/{times} do tempo real',
  faster: '{times} vezes o tempo real',

  nothing: 'nada começou ainda',
  onServer: '{lane} em {server}',
  begins: 'começa “{phase}”',
  ends: 'termina “{phase}”',
};
