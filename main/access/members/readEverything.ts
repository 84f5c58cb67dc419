import { accountKey } from '../../../shared/util/accountKey';
import type { Lane } from './memberLanes';
import type { ReachableAccount } from './dueReadings';
import type { ListsRead, MemberPlace, MemberReader } from './memberReader';

/** Counts of one part of a refresh. */
export interface PartCounts {
  total: number;
  done: number;
  failed: number;
}

/** How reading goes on. */
export interface ReadingRun {
  readonly reader: MemberReader;
  readonly laneOf: (connectionId: string) => Lane;
  /** Whether nothing more is to be read: it was stopped, or something more urgent waits. */
  readonly isOver: () => boolean;
  readonly counts: PartCounts;
  /** Called after each change of the counts. */
  readonly counted: () => void;
}

/**
 * Reads the lists of accounts, each through the first of its connections that shows members. Never rejects. One that
 * doesn't offer them to anybody counts as read.
 */
export async function readAllLists(
  { reader, laneOf, isOver, counts, counted }: ReadingRun,
  accounts: readonly ReachableAccount[],
): Promise<void> {
  async function read(account: ReachableAccount): Promise<boolean> {
    let isRead = true;
    for (const connectionId of account.connectionIds) {
      try {
        const { hasMembers } = await laneOf(connectionId).run(async (client) =>
          failing(await reader.readLists(account, client)),
        );
        if (hasMembers) return true;
        isRead = true;
      } catch {
        isRead = false;
      }
      if (isOver()) return false;
    }
    return isRead;
  }
  counts.total = accounts.length;
  counted();
  await Promise.all(accounts.map(async (account) => count(counts, counted, isOver, await read(account))));
}

/** @throws what stopped a reading */
function failing(read: ListsRead): ListsRead {
  if (read.stoppedBy !== null) throw read.stoppedBy.thrown;
  return read;
}

/** After so many 404s in a row an account counts as one that doesn't offer roles: one is somebody who has left meanwhile. */
const maxUnknownPeople = 3;

/**
 * Reads the direct roles of members, in their order for each connection. Never rejects. Those of an account that doesn't
 * offer them count as read.
 * @param accounts by `accountKey`; members of other accounts are left out
 */
export async function readAllRoles(
  { reader, laneOf, isOver, counts, counted }: ReadingRun,
  members: readonly MemberPlace[],
  accounts: ReadonlyMap<string, ReachableAccount>,
): Promise<void> {
  /** How many 404s came in a row, by account; Infinity where it doesn't offer roles. */
  const unknownPeople = new Map<string, number>();

  async function read(member: MemberPlace, connectionId: string): Promise<boolean> {
    const key = accountKey(member);
    try {
      await laneOf(connectionId).run(async (client) => {
        if (isOver() || (unknownPeople.get(key) ?? 0) >= maxUnknownPeople) return;
        const status = await reader.readRole(member, client);
        const refused = status === 403 ? Infinity : (unknownPeople.get(key) ?? 0) + 1;
        unknownPeople.set(key, status === null ? 0 : refused);
      });
      return true;
    } catch {
      return false;
    }
  }

  const readable = members.flatMap((member) => {
    const [connectionId] = accounts.get(accountKey(member))?.connectionIds ?? [];
    return connectionId === undefined ? [] : [{ member, connectionId }];
  });
  counts.total = readable.length;
  counted();
  await Promise.all(
    readable.map(async ({ member, connectionId }) =>
      count(counts, counted, isOver, await read(member, connectionId)),
    ),
  );
}

function count(counts: PartCounts, counted: () => void, isOver: () => boolean, isRead: boolean): void {
  if (isOver()) return;
  if (isRead) counts.done += 1;
  else counts.failed += 1;
  counted();
}
