/** Loaded before server-reactive (`node --import`): it gets the chain in place of the observable made by hand. */
import { registerHooks } from 'node:module';

const chain = new URL('./one-in-flight-chain.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    nextResolve(specifier === './one-in-flight.ts' ? chain : specifier, context),
});
