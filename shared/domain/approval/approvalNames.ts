import { z } from 'zod';

/** The three people of an approved batch, by the names they had here. */
export const approvalNames = z.object({ drafter: z.string(), approver: z.string(), sender: z.string() });
