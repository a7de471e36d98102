import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { approaches } from '#approaches';
import { languages } from '#command-line';
import type { CodeLines, Lesson } from '../lessons/lesson.ts';
import { lessons } from '../lessons/lessons.ts';
import { guard } from './guard.ts';
import { carryOut } from './carry-out.ts';
import type { PageOf } from './page.ts';
import type { Stage } from './stage.ts';
import { StageError } from './stage-error.ts';
import { orderSchema } from '../story/order.ts';
import { both } from '../story/text.ts';
import type { Tabs } from './tabs.ts';

/** The longest order, bytes; the longest that a page sends has some 300. */
const longestOrder = 4_096;

interface AppOptions {
  readonly stage: Stage;
  readonly tabs: Tabs;
  readonly page: PageOf;
  readonly token: string;
  /** Where it listens. */
  readonly port: () => number;
}

/** All that is answered over HTTP. */
export function appOf({ stage, tabs, page, token, port }: AppOptions): Hono {
  const app = new Hono();
  // The page is read with plain HTTP, on this machine.
  app.use(guard(port), secureHeaders({ xFrameOptions: 'DENY', strictTransportSecurity: false }));
  app.get('/', (context) => {
    const asked = context.req.query('lang');
    return context.html(page(languages.find((language) => language === asked)));
  });
  app.get('/events', (context) => {
    if (tabs.full) return context.text('Four tabs look already.\n', 429);
    return streamSSE(context, (stream) => tabs.serve(stream));
  });
  app.get('/code/:lesson', async (context) => {
    const lesson = lessons.find(({ id }) => id === context.req.param('lesson'));
    return lesson === undefined ? context.notFound() : context.json(await linesOf(lesson));
  });
  let busy = false;
  app.post('/do', bearerAuth({ token }), bodyLimit({ maxSize: longestOrder }), async (context) => {
    const order = orderSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!order.success) return context.text('That is no order.\n', 400);
    const anew = ['lesson', 'show', 'clear'].includes(order.data.do);
    if (busy && (anew || order.data.do === 'start')) return context.json(stillStarting, 409);
    try {
      busy ||= anew;
      await carryOut(stage, order.data);
      return context.json({});
    } catch (error) {
      if (error instanceof StageError) return context.json(error.text, 409);
      throw error;
    } finally {
      if (anew) busy = false;
    }
  });
  return app;
}

const stillStarting = both('Servers are being started; try again when they listen.', 'Os servidores estão iniciando; tente de novo quando estiverem escutando.');

/** The lines that decide a lesson, as the comparison finds them. */
async function linesOf({ code }: Lesson): Promise<readonly CodeLines[]> {
  // Not above: it brings the compiler of TypeScript.
  const { concernLines, runtimeLines } = await import('#review');
  return code.flatMap((of) => {
    if ('runtime' in of) return [runtimeLines(of.runtime)];
    const approach = approaches().find(({ name }) => name === of.server);
    return approach === undefined ? [] : concernLines(approach, of.concern);
  });
}
