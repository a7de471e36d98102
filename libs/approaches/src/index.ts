export { type Approach, approaches, workspaceRoot } from './approaches.ts';
