import { accountKey } from '../../../../shared/util/accountKey';
import { parallelReadings } from '../../refresh/accountReader';
import type { Lane } from './memberLanes';
import type { ReachableAccount } from './dueReadings';
import type { ListsRead, MemberPlace, MemberReader, RoleRead } from './memberReader';

/** Counts of one part of a refresh. */
export interface PartCounts {
  total: number;
  done: number;
  failed: number;
}

/** The state of an ongoing reading. */
export interface ReadingRun {
  readonly reader: MemberReader;
  readonly laneOf: (connectionId: string) => Lane;
  /** Whether to stop reading: it was stopped, or something more urgent is waiting. */
  readonly isOver: () => boolean;
  readonly counts: PartCounts;
  /** Called after each change of the counts. */
  readonly counted: () => void;
}

/**
 * Reads the lists of accounts, each through the first of its connections that can see members. Never rejects. An account that
 * offers them to nobody counts as read.
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

/** @throws what stopped the reading */
function failing(read: ListsRead): ListsRead {
  if (read.stoppedBy !== null) throw read.stoppedBy.thrown;
  return read;
}

/**
 * After this many 404s in a row an account counts as one that doesn't offer roles; a single 404 is someone who left in the
 * meantime.
 */
const maxUnknownPeople = 3;

/** Roles written per transaction: one transaction each would only keep the disk busy. */
const rolesAtOnce = 25;

/**
 * Reads the direct roles of members, in order for each connection. Never rejects. Those of an account that doesn't offer them
 * count as read.
 * @param accounts by `accountKey`; members of other accounts are skipped
 */
export async function readAllRoles(
  { reader, laneOf, isOver, counts, counted }: ReadingRun,
  members: readonly MemberPlace[],
  accounts: ReadonlyMap<string, ReachableAccount>,
): Promise<void> {
  /** 404s in a row, by account; Infinity if it doesn't offer roles. */
  const unknownPeople = new Map<string, number>();
  const unwritten: RoleRead[] = [];

  async function read(member: MemberPlace, connectionId: string): Promise<boolean> {
    const key = accountKey(member);
    try {
      await laneOf(connectionId).run(async (client) => {
        if (isOver() || (unknownPeople.get(key) ?? 0) >= maxUnknownPeople) return;
        const answer = await reader.readRole(member, client);
        if (typeof answer === 'number') {
          unknownPeople.set(key, answer === 403 ? Infinity : (unknownPeople.get(key) ?? 0) + 1);
          return;
        }
        unknownPeople.set(key, 0);
        unwritten.push(answer);
        if (unwritten.length >= rolesAtOnce) await reader.writeRoles(unwritten.splice(0));
      });
      return true;
    } catch {
      return false;
    }
  }

  /** A few workers for each connection, rather than a promise for each of thousands of members. */
  async function work(connectionId: string, queue: MemberPlace[]): Promise<void> {
    for (let member = queue.pop(); member !== undefined && !isOver(); member = queue.pop()) {
      count(counts, counted, isOver, await read(member, connectionId));
    }
  }

  const queues = queuesOf(members, accounts);
  counts.total = [...queues.values()].reduce((sum, queue) => sum + queue.length, 0);
  counted();
  await Promise.all(
    [...queues].flatMap(([connectionId, queue]) =>
      Array.from({ length: parallelReadings }, () => work(connectionId, queue)),
    ),
  );
  await reader.writeRoles(unwritten);
}

/** Members by the connection to use, the next one last. */
function queuesOf(
  members: readonly MemberPlace[],
  accounts: ReadonlyMap<string, ReachableAccount>,
): ReadonlyMap<string, MemberPlace[]> {
  const queues = new Map<string, MemberPlace[]>();
  for (const member of members.toReversed()) {
    const [connectionId] = accounts.get(accountKey(member))?.connectionIds ?? [];
    if (connectionId === undefined) continue;
    const queue = queues.get(connectionId) ?? [];
    queues.set(connectionId, queue);
    queue.push(member);
  }
  return queues;
}

function count(counts: PartCounts, counted: () => void, isOver: () => boolean, isRead: boolean): void {
  if (isOver()) return;
  if (isRead) counts.done += 1;
  else counts.failed += 1;
  counted();
}
