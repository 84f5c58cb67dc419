import { z } from 'zod';
import type { Identity } from '../../shared/domain/connection/connection';

/** Max length of a stored name and email address; an address has at most 254 characters (RFC 5321). */
const maxNameLength = 100;
const maxEmailLength = 254;

/** A user ID is an opaque word (amazon-api §4); anything else could be displayed as something it isn't. */
const profileSchema = z.object({
  user_id: z.string().regex(/^[\x21-\x7e]{1,256}$/),
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
});

/**
 * The identity in a profile answer, or null if it names no user. Name and email are typed by people elsewhere: the result is
 * limited in length, on one line, and without characters that change how surrounding text is read.
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

/** Line breaks and other control characters, which separate words. */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** Invisible characters, including those that change the direction of text; joiners belong to words of some scripts. */
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
