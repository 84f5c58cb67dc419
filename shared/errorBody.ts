import { z } from 'zod';
import { errorCodes, type ErrorBody } from './errors';

/** The schema of what crosses the bridge instead of an exception, and is stored where it has to be known later. */
export const errorBody = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  retryable: z.boolean(),
  requestId: z.string().optional(),
  details: z.string().optional(),
}) satisfies z.ZodType<ErrorBody>;
