import { z } from 'zod';

/**
 * How certain the address behind a user ID is. `certain`: Amazon showed the whole address, or a person confirmed it. `probable`: a
 * colleague confirmed it, or an invitation to it was accepted, and this is the only new member whose mask fits. `possible`: nothing but the mask fits. `none`:
 * unknown.
 */
export const confidence = z.enum(['certain', 'probable', 'possible', 'none']);

/** The rule that links a user ID to an address, the strongest first. */
export const identityRule = z.enum([
  'confirmed',
  'wholeAddress',
  'colleague',
  'acceptedInvitation',
  'uniqueFit',
]);

/** An address that is behind a user ID with certainty, or probably; lists show it beside what Amazon shows. */
export const ledgerAddress = z.object({
  /** In lower case. */
  address: z.string(),
  confidence: confidence.extract(['certain', 'probable']),
  rule: identityRule,
});
export type LedgerAddress = z.infer<typeof ledgerAddress>;
