import { z } from 'zod';
import { operation } from './operation';

/** Changes of one account that have the same kind and the same cause, for a person to act upon at once. */
export const operationGroup = z.object({
  /** The newest of them: account, kind and cause are those of all. */
  newest: operation,
  /** In changes of role: the old invitation is revoked, so that the people have none now. */
  revoked: z.boolean(),
  /** The first names, the newest first. */
  names: z.array(z.string()),
  /** All of them, the newest first. */
  operationIds: z.array(z.number()),
});
export type OperationGroup = z.infer<typeof operationGroup>;
