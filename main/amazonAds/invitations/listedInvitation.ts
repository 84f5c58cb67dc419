import type { AdsInvitation, Entries } from '../answers';
import { timeOf } from '../timestamp';

/**
 * Reads the entries of a list of invitations like `entriesOf` with the schema `invitation`, in a tenth of its time: a refresh reads
 * tens of thousands. A test compares the two.
 */
export function listedEntries(values: readonly unknown[] | null): Entries<AdsInvitation> {
  const entries: AdsInvitation[] = [];
  let unreadable = 0;
  for (const value of values ?? []) {
    const entry = isObject(value) ? entryOf(value) : null;
    if (entry === null) unreadable += 1;
    else entries.push(entry);
  }
  return { entries, unreadable };
}

/** Null without an ID. */
function entryOf({
  invitationId,
  user,
  permissionSet,
  createdBy,
  createdAt,
  expiration,
}: JsonObject): AdsInvitation | null {
  if (typeof invitationId !== 'string' || invitationId === '') return null;
  const person = isObject(user) ? user : nothing;
  return {
    invitationId,
    emailAddress: textOf(person['emailAddress']),
    userName: textOf(person['userName']),
    role: isObject(permissionSet) ? roleOf(permissionSet['role']) : undefined,
    createdBy: textOf(createdBy),
    createdAt: timeOf(createdAt),
    expiresAt: timeOf(expiration),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

const nothing: JsonObject = {};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** `{name}`, or a text alone. */
function roleOf(role: unknown): string | undefined {
  const name = isObject(role) ? role['name'] : role;
  return typeof name === 'string' ? textOf(name.trim()) : undefined;
}
