export { type Approach, approaches, commandOf, workspaceRoot } from './approaches.ts';
export { type Peer, peers } from './peers.ts';
