import type { Admin, Meter } from '#admin';
import type { Counts } from '#logging';
import { adminConnections } from './descriptors.ts';
import { explain } from './listen.ts';
import type { ServerOptions } from './options.ts';
import { codeOf, ServerError } from './server-error.ts';

type AdminOptions = Pick<ServerOptions, 'admin' | 'lang'>;

/**
 * What counts in this process or thread; undefined without `--admin`, and then nothing of it is loaded.
 *
 * @param counts the connections of this process; none in a thread, whose process tells them
 */
export async function createMeter({ admin }: AdminOptions, counts?: () => Counts): Promise<Meter | undefined> {
  if (admin === undefined) return undefined;
  const { Meter } = await import('#admin');
  return new Meter(counts);
}

/** What answers at the address of `--admin` from here on. @throws ServerError where the address cannot be had */
export async function openAdmin({ admin, lang }: AdminOptions, meter: Meter | undefined): Promise<Admin | undefined> {
  if (admin === undefined || meter === undefined) return undefined;
  const { openAdmin: open } = await import('#admin');
  try {
    return await open(admin, meter, adminConnections);
  } catch (error) {
    const { host, port } = admin;
    throw new ServerError(codeOf(error), explain(error, { host, port, lang, flags: { host: '--admin', port: '--admin' } }), {
      cause: error,
    });
  }
}
