import { setTimeout as wait } from 'node:timers/promises';

/** What keeps a process from ending: other processes, pipes to them, servers and connections. */
const kinds = ['ProcessWrap', 'PipeWrap', 'TCPServerWrap', 'TCPSocketWrap'];
/** How long what was closed may take to be gone, in ms. */
const patienceMs = 10_000;
const pollMs = 50;

/** How much of each kind is open now. */
export function openNow(): ReadonlyMap<string, number> {
  const open = process.getActiveResourcesInfo();
  return new Map(kinds.map((kind) => [kind, open.filter((each) => each === kind).length]));
}

/**
 * Waits until no more is open than before.
 * @throws Error that names what is left.
 */
export async function nothingLeftOpen(before: ReadonlyMap<string, number>): Promise<void> {
  const left = (): string[] =>
    [...openNow()]
      .filter(([kind, count]) => count > (before.get(kind) ?? 0))
      .map(([kind, count]) => `${String(count - (before.get(kind) ?? 0))} ${kind}`);
  for (let waited = 0; left().length > 0 && waited < patienceMs; waited += pollMs) await wait(pollMs);
  if (left().length > 0) throw new Error(`A season left something open: ${left().join(', ')}.`);
}
