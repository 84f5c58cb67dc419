import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, utilityProcess } from 'electron';
import type { ZodType } from 'zod';
import type { CodedError } from '../../../shared/errors';

interface Question<Answer> {
  /** The built program. */
  readonly entry: string;
  /** Its name among the system's processes. */
  readonly serviceName: string;
  readonly order: unknown;
  /** What follows the order, piece by piece: other work runs in between. */
  readonly supplies?: Iterable<unknown>;
  readonly answer: ZodType<Answer>;
  /** Called with each answer, which it may reply to. Returns whether more follow; if omitted, only the first one counts. */
  readonly isPiece?: (answer: Answer, reply: (message: unknown) => void) => boolean;
  /** Why there was no answer, for people. */
  readonly ended: () => CodedError;
  /** Max time, in ms; unlimited if omitted. */
  readonly maxMs?: number;
  /** Max memory, and the error if it is exceeded. */
  readonly memory?: { readonly maxBytes: number; readonly exceeded: () => CodedError };
}

/** How often the memory of a process is checked, in ms. */
const lookEveryMs = 200;

/**
 * Gives one order to a separate process, so that the app stays responsive, and ends it with its answer. Rejects when the process
 * ends without one.
 */
export const runHelper = <Answer>(question: Question<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { entry, serviceName, order, supplies, answer, isPiece, ended, maxMs, memory } = question;
    const child = utilityProcess.fork(entry, [], { serviceName, stdio: 'ignore' });
    const limit = maxMs === undefined ? undefined : setTimeout(() => child.kill(), maxMs);
    const watch =
      memory === undefined
        ? undefined
        : setInterval(() => {
            if (memoryOf(child.pid) <= memory.maxBytes) return;
            child.kill();
            reject(memory.exceeded());
          }, lookEveryMs);
    const post = (message: unknown): void => {
      child.postMessage(message);
    };
    child.on('message', (message: unknown) => {
      const { data } = answer.safeParse(message);
      try {
        if (data !== undefined && isPiece?.(data, post) === true) return;
        if (data === undefined) throw ended();
        resolve(data);
      } catch (error) {
        reject(error instanceof Error ? error : ended());
      }
      child.kill();
    });
    child.once('exit', () => {
      clearTimeout(limit);
      clearInterval(watch);
      reject(ended());
    });
    post(order);
    void supply(supplies ?? [], post);
  });

async function supply(supplies: Iterable<unknown>, post: (message: unknown) => void): Promise<void> {
  for (const each of supplies) {
    await nextTurn();
    post(each);
  }
}

/** The memory of one of this app's processes, in bytes; 0 if unknown. */
function memoryOf(pid: number | undefined): number {
  const metric = app.getAppMetrics().find((each) => each.pid === pid);
  return (metric?.memory.workingSetSize ?? 0) * 1024;
}
