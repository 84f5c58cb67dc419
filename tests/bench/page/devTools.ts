import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/** A conversation with Chromium's DevTools over the pipe that `--remote-debugging-pipe` makes of file handles 3 and 4. */
export interface DevTools {
  /** Rejects when Chromium refuses the command or has ended. */
  send(method: string, params: object, sessionId?: string): Promise<unknown>;
  /** Resolves with the first event that fits. */
  event<T>(fits: z.ZodType<T>): Promise<T>;
}

const answer = z.object({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** @param child started with pipes at 3 and 4 */
export function devToolsOf(child: ChildProcess): DevTools {
  const toChromium = child.stdio[3] as Writable;
  const fromChromium = child.stdio[4] as Readable;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(event: unknown) => void>();
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => {
      reject(new Error('The app ended before it could be measured.'));
    });
  });
  // Waiting callers get the error; without any it isn't one.
  ended.catch(() => undefined);
  toChromium.on('error', () => undefined);

  let text = '';
  fromChromium.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (text + chunk).split('\0');
    text = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message));
  });
  const receive = (message: unknown): void => {
    const answered = answer.safeParse(message).data;
    if (answered === undefined) {
      for (const listener of listeners) listener(message);
      return;
    }
    const { id, result, error } = answered;
    if (error === undefined) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(error.message));
    waiting.delete(id);
  };

  let lastId = 0;
  return {
    send(method, params, sessionId) {
      lastId += 1;
      const id = lastId;
      const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      toChromium.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return Promise.race([answered, ended]);
    },
    event<T>(fits: z.ZodType<T>) {
      const happened = new Promise<T>((resolve) => {
        const listener = (event: unknown): void => {
          const { data } = fits.safeParse(event);
          if (data === undefined) return;
          listeners.delete(listener);
          resolve(data);
        };
        listeners.add(listener);
      });
      return Promise.race([happened, ended]);
    },
  };
}
