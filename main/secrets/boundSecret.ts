import { z } from 'zod';

/** Where a secret may be sent: to these hosts, for accounts of this realm. */
export interface SecretPlace {
  /** `amazon`, `sandbox`, or the origin of custom endpoints. */
  readonly realm: string;
  /** Origins such as `https://api.amazon.com`; none if the app starts the server itself. */
  readonly hosts: readonly string[];
  /** Origins that count as the same place, because they have the same owner. */
  readonly sameOwner: readonly string[];
}

/** The content of a keychain entry. */
export type Opened =
  | { readonly kind: 'secret'; readonly secret: string }
  /** Written by a version that didn't store the place. */
  | { readonly kind: 'unbound'; readonly secret: string }
  /** It belongs to different hosts. */
  | { readonly kind: 'elsewhere'; readonly hosts: readonly string[] };

const entry = z.strictObject({
  v: z.literal(1),
  realm: z.string(),
  hosts: z.array(z.string()),
  secret: z.string(),
});

/** The text of a keychain entry: the secret and the place it may be sent to. */
export const sealed = (secret: string, { realm, hosts }: SecretPlace): string =>
  JSON.stringify({ v: 1, realm, hosts: [...hosts], secret } satisfies z.infer<typeof entry>);

/** Reads an entry and compares its place with the requested one. */
export function opened(text: string, place: SecretPlace): Opened {
  const read = entry.safeParse(parsed(text));
  if (!read.success) return { kind: 'unbound', secret: text };
  const { realm, hosts, secret } = read.data;
  return isWithin(place, { realm, hosts })
    ? { kind: 'secret', secret }
    : { kind: 'elsewhere', hosts: hosts.length === 0 ? [realm] : hosts };
}

/** True if everything in `place` is in, or has the same owner as, the secret's place. */
export const isWithin = (
  place: SecretPlace,
  from: { readonly realm: string; readonly hosts: readonly string[] },
): boolean =>
  place.realm === from.realm &&
  place.hosts.every((host) => from.hosts.includes(host) || place.sameOwner.includes(host));

/** True for Amazon's own hosts and for a server that the app starts itself. */
export const isOwnPlace = ({ hosts, sameOwner }: SecretPlace): boolean =>
  hosts.every((host) => sameOwner.includes(host));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
