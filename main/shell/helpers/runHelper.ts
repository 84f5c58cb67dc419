import { app, utilityProcess } from 'electron';
import type { ZodType } from 'zod';
import type { CodedError } from '../../../shared/errors';

interface Question<Answer> {
  /** The built program. */
  readonly entry: string;
  /** Its name among the system's processes. */
  readonly serviceName: string;
  readonly order: unknown;
  readonly answer: ZodType<Answer>;
  /** Called with each answer. Returns whether more follow; if omitted, only the first one counts. */
  readonly isPiece?: (answer: Answer) => boolean;
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
    const { entry, serviceName, order, answer, isPiece, ended, maxMs, memory } = question;
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
    child.on('message', (message: unknown) => {
      const parsed = answer.safeParse(message);
      if (parsed.success && isPiece?.(parsed.data) === true) return;
      child.kill();
      if (parsed.success) resolve(parsed.data);
      else reject(ended());
    });
    child.once('exit', () => {
      clearTimeout(limit);
      clearInterval(watch);
      reject(ended());
    });
    child.postMessage(order);
  });

/** The memory of one of this app's processes, in bytes; 0 if unknown. */
function memoryOf(pid: number | undefined): number {
  const metric = app.getAppMetrics().find((each) => each.pid === pid);
  return (metric?.memory.workingSetSize ?? 0) * 1024;
}
