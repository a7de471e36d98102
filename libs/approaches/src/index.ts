export { type Approach, approaches, commandOf, shortName, workspaceRoot } from './approaches.ts';
export { type Peer, peers } from './peers.ts';
