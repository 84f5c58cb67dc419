import type { z } from 'zod';

/** The first error of each field by its path (`endpoints.apiUrl`); empty when all is well. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

/** A schema's errors in the form that forms display. */
export function fieldErrorsOf(result: z.ZodSafeParseResult<unknown>): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error?.issues ?? []) errors[path.join('.')] ??= message;
  return errors;
}
