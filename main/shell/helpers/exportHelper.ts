import { z } from 'zod';
import { errorBody } from '../../../shared/errorBody';
import { CodedError } from '../../../shared/errors';
import type { ExportOrder, ExportRequest } from '../../exporting/request';
import { runHelper } from './runHelper';
import { helpersErrorText } from './helpersErrorText';

const answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done'), count: z.number() }),
  z.object({ type: z.literal('failed'), error: errorBody }),
]);

/**
 * Exports in a separate process, so that the app stays responsive.
 * @param entry the built `exporting.js`
 * @returns a function that writes a file and resolves with how many invitations, or user IDs, are in it; it rejects
 * with a CodedError, and then leaves no file
 */
export const createExportHelper =
  (entry: string, databaseFile: string) =>
  async (wanted: ExportRequest): Promise<number> => {
    const order: ExportOrder = { databaseFile, wanted };
    const result = await runHelper({ entry, serviceName: 'AMC export', order, answer, ended });
    if (result.type === 'done') return result.count;
    throw new CodedError(result.error);
  };

const ended = (): CodedError =>
  new CodedError({
    code: 'FILE_NOT_SAVED',
    message: helpersErrorText.exportEnded,
    retryable: true,
  });
