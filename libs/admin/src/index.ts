export { type Admin, type AdminAddress, openAdmin } from './open-admin.ts';
export type { Figures } from './figures.ts';
export type { Gatherer } from './gatherer.ts';
export { Meter } from './meter.ts';
