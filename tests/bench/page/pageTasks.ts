import { z } from 'zod';
import type { DevTools } from './devTools';

/**
 * The longest continuous work of a page's thread during an action, in ms. Time for which it was ready but got no processor
 * doesn't count, unlike in the time between two frames.
 */
export async function maxTaskDuring(devTools: DevTools, work: () => Promise<void>): Promise<number> {
  const traceConfig = { recordMode: 'recordAsMuchAsPossible', includedCategories: ['toplevel'] };
  await devTools.send('Tracing.start', { transferMode: 'ReturnAsStream', traceConfig });
  await work();
  const complete = devTools.event(traceComplete);
  await devTools.send('Tracing.end', {});
  const { stream } = (await complete).params;
  let text = '';
  for (let isLast = false; !isLast;) {
    const { data, eof } = piece.parse(await devTools.send('IO.read', { handle: stream, size: 1_000_000 }));
    text += data;
    isLast = eof;
  }
  await devTools.send('IO.close', { handle: stream });
  return maxIn(trace.parse(JSON.parse(text)).traceEvents);
}

function maxIn(events: z.infer<typeof trace>['traceEvents']): number {
  const threadOf = ({ pid, tid }: (typeof events)[number]): string => `${String(pid)} ${String(tid)}`;
  const pages = new Set(
    events.filter(({ args }) => args?.name === 'CrRendererMain').map((event) => threadOf(event)),
  );
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)));
  return tasks.reduce((maxDuration, { tdur = 0 }) => Math.max(maxDuration, tdur), 0) / 1000;
}

const traceComplete = z.object({
  method: z.literal('Tracing.tracingComplete'),
  params: z.object({ stream: z.string() }),
});
const piece = z.object({ data: z.string(), eof: z.boolean() });

/** `tdur`: µs on a processor. */
const trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.number().optional(),
      args: z.object({ name: z.unknown() }).partial().optional(),
    }),
  ),
});
