import { z } from 'zod';
import { accountRef, type AccountRef } from '../domain/account/account';
import { maxName } from '../domain/invitation/person';
import { role, type Role } from '../domain/invitation/role';
import type { MemberAddress } from '../domain/person/linkedMember';

/** What the invite form is filled in with, to let people in again: each of them into each of the accounts. */
export const inviteAgain = z.strictObject({
  people: z
    .array(z.strictObject({ emailAddress: z.string().max(254), userName: z.string().max(maxName), role }))
    .min(1)
    .max(200),
  accounts: z.array(accountRef).min(1).max(500),
});
export type InviteAgain = z.infer<typeof inviteAgain>;

/** Somebody who was removed, with the certain address. */
export interface Removed {
  readonly account: AccountRef;
  readonly emailAddress: string;
  /** Empty if it isn't known. */
  readonly userName: string;
  /** The one that ended, as stored; null or empty if it isn't known. */
  readonly role: string | null;
}

/**
 * A removed member, to be let in again; nobody unless the address is certain.
 * @param role the one that ended; null or empty if it isn't known
 */
export function removedOf(address: MemberAddress | undefined, role: string | null): Removed[] {
  if (address?.ledgerAddress?.confidence !== 'certain') return [];
  const { connectionId, accountId, ledgerAddress, userName } = address;
  return [{ account: { connectionId, accountId }, emailAddress: ledgerAddress.address, userName, role }];
}

/**
 * Lets people in again as they were; who was an admin becomes a viewer, since nobody is made an admin without a person's choice.
 * Null for nobody, and where they weren't all in the same accounts: the form invites each to each account.
 */
export function inviteAgainOf(removed: readonly Removed[]): InviteAgain | null {
  const people = new Map<string, Removed>();
  const accounts = new Map<string, AccountRef>();
  for (const each of removed) {
    people.set(each.emailAddress, each);
    accounts.set(JSON.stringify(each.account), each.account);
  }
  const pairs = new Set(removed.map(({ emailAddress, account }) => JSON.stringify([emailAddress, account])));
  const prefilled = {
    people: [...people.values()].map(({ emailAddress, userName, role: before }) => ({
      ...{ emailAddress, userName, role: roleAgain(before) },
    })),
    accounts: [...accounts.values()],
  };
  const isWhole = pairs.size === people.size * accounts.size;
  return isWhole && inviteAgain.safeParse(prefilled).success ? prefilled : null;
}

function roleAgain(before: string | null): Role {
  const known = role.safeParse(before).data;
  return known === undefined || known === 'admin' ? 'viewer' : known;
}
