/** What the script says: it is given to a page as JSON, and the script fills in what stands in braces. */
export const english = {
  replay: 'Replay',
  play: 'Play',
  pause: 'Pause',
  back: 'Step back',
  forward: 'Step forward',
  all: 'Show all',
  position: 'Moment',
  time: '{at} of {lasted}',

  speed: 'Speed',
  realTime: 'real time',
  slower: '1/{times} of real time',
  faster: '{times} times real time',

  nothing: 'nothing has begun yet',
  onServer: '{lane} on {server}',
  begins: '{phase} begins',
  ends: '{phase} ends',
};
