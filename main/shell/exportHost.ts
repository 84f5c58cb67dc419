import { utilityProcess } from 'electron';
import { z } from 'zod';
import { CodedError, errorBody } from '../../shared/errors';
import type { ExportOrder, ExportRequest } from '../exporting/request';

const answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done'), invitations: z.number() }),
  z.object({ type: z.literal('failed'), error: errorBody }),
]);

/**
 * Exports in a process of its own, so that the app goes on meanwhile.
 * @param entry the built `exporting.js`
 * @returns the function that writes a file and resolves with how many invitations are in it; it rejects with a
 *   CodedError, and then leaves no file
 */
export const createExportHost =
  (entry: string, databaseFile: string) =>
  (request: ExportRequest): Promise<number> =>
    new Promise((resolve, reject) => {
      const child = utilityProcess.fork(entry, [], { serviceName: 'AMC export', stdio: 'ignore' });
      child.once('message', (message: unknown) => {
        const said = answer.safeParse(message);
        child.kill();
        if (!said.success) reject(ended());
        else if (said.data.type === 'done') resolve(said.data.invitations);
        else reject(new CodedError(said.data.error));
      });
      child.once('exit', () => {
        reject(ended());
      });
      child.postMessage({ databaseFile, request } satisfies ExportOrder);
    });

const ended = (): CodedError =>
  new CodedError({
    code: 'FILE_NOT_SAVED',
    message:
      'The file could not be made because the part of the app that makes it ended. Try again; a smaller selection needs less memory.',
    retryable: true,
  });
