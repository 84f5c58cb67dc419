import { z } from 'zod';
import type { Identity } from '../../shared/domain/connection/connection';

/** The longest name and email address that are kept; an address has at most 254 characters (RFC 5321). */
const maxNameLength = 100;
const maxEmailLength = 254;

/** A user ID is an opaque word (amazon-api §4); one that is no word could be shown as something else. */
const profileSchema = z.object({
  user_id: z.string().regex(/^[\x21-\x7e]{1,256}$/),
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
});

/**
 * The identity in a profile answer, or null where it names no user. Name and email are what people typed elsewhere: they
 * come out bounded, on one line, and without characters that change how the text around them is read.
 * @param text of the answer (amazon-api §4, customer profile)
 */
export function identityIn(text: string): Identity | null {
  const profile = profileSchema.safeParse(parsed(text));
  if (!profile.success) return null;
  const name = cleaned(profile.data.name, maxNameLength);
  const email = cleaned(profile.data.email, maxEmailLength);
  return {
    userId: profile.data.user_id,
    ...(name === '' ? {} : { name }),
    ...(email === '' ? {} : { email }),
  };
}

/** Breaks of a line and other control characters: they stand between words. */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** Characters that show as nothing, those that turn the direction of writing among them; joiners belong to some scripts' words. */
const unseen = /(?![\u200c\u200d])[\p{Cf}\p{Cs}]/gu;

const cleaned = (text: string | undefined, maxLength: number): string =>
  Array.from((text ?? '').replace(unseen, '').replace(breaks, ' ').trim())
    .slice(0, maxLength)
    .join('')
    .trim();

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
