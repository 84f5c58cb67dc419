import { utilityProcess } from 'electron';
import type { ZodType } from 'zod';
import type { CodedError } from '../../shared/errors';

interface Question<Answer> {
  /** The built program. */
  readonly entry: string;
  /** What it is called among the system's processes. */
  readonly serviceName: string;
  readonly order: unknown;
  readonly answer: ZodType<Answer>;
  /** Why there was no answer, for people. */
  readonly ended: () => CodedError;
  /** How long it may take, in ms; for as long as it needs where left out. */
  readonly longestMs?: number;
}

/**
 * Gives one order to a process of its own, so that the app goes on meanwhile, and ends it with the first answer.
 * Rejects when the process ends without one.
 */
export const askProcess = <Answer>(question: Question<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { entry, serviceName, order, answer, ended, longestMs } = question;
    const child = utilityProcess.fork(entry, [], { serviceName, stdio: 'ignore' });
    const limit = longestMs === undefined ? undefined : setTimeout(() => child.kill(), longestMs);
    child.once('message', (message: unknown) => {
      const said = answer.safeParse(message);
      child.kill();
      if (said.success) resolve(said.data);
      else reject(ended());
    });
    child.once('exit', () => {
      clearTimeout(limit);
      reject(ended());
    });
    child.postMessage(order);
  });
