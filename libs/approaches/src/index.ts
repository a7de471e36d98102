export { type Approach, approaches, workspaceRoot } from './approaches.ts';
export { type Peer, peers } from './peers.ts';
