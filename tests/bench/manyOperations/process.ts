import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { openDatabase } from '../../../main/storage/database';
import type { Outbox } from '../../../main/outbox/outbox';
import type { AccountRef } from '../../../shared/domain/account/account';
import { chunksOf } from '../../../shared/domain/outbox/chunk';
import { invitees } from '../invitees';
import { watchLoop, type LoopBlocks } from '../loopBlocks';
import { servicesOver, type Entry } from '../services';

/** The process's input when it starts. */
export interface Task extends Entry {
  /** A database file to make. */
  readonly file: string;
  readonly accounts: number;
  readonly peopleAnAccount: number;
}

/** The process's one answer when it is done. Memory in bytes. */
export interface Outcome extends LoopBlocks {
  readonly done: number;
  readonly ms: number;
  /** The peak of the process's memory above its initial value. */
  readonly memoryGrowth: number;
  /** What its objects took afterwards, above what they took before; both after a collection. */
  readonly heapGrowth: number;
}

/** Max number in one command of the bridge. */
const maxAtOnce = 1000;
/** How often the page queries while something is sent, in ms. */
const pageAsksEveryMs = 250;

const task = JSON.parse(process.argv[2] ?? '') as Task;
process.send?.(await carryOut(task), () => process.exit(0));

async function carryOut({ accounts, peopleAnAccount, file, ...entry }: Task): Promise<Outcome> {
  const { outbox, accountsToInviteTo } = servicesOver(openDatabase(file), entry);
  const refs = await accountsToInviteTo(accounts);
  collectGarbage();
  const before = process.memoryUsage();
  let maxMemory = before.rss;
  const page = setInterval(() => {
    void askAsThePageDoes(outbox);
    maxMemory = Math.max(maxMemory, process.memoryUsage.rss());
  }, pageAsksEveryMs);
  const loop = watchLoop();
  const startedAt = performance.now();
  await inviteAll(outbox, refs, peopleAnAccount);
  await outbox.idle();
  const ms = performance.now() - startedAt;
  const blocks = loop.stop();
  clearInterval(page);
  collectGarbage();
  return {
    done: outbox.operations({ statuses: ['done'], limit: 1, offset: 0 }).total,
    ms,
    memoryGrowth: maxMemory - before.rss,
    heapGrowth: process.memoryUsage().heapUsed - before.heapUsed,
    ...blocks,
  };
}

/** Command after command, as the bridge delivers them: each in its own turn of the loop. */
async function inviteAll(outbox: Outbox, accounts: readonly AccountRef[], people: number): Promise<void> {
  for (const [index, account] of accounts.entries()) {
    for (const part of chunksOf(invitees(people, index * people), maxAtOnce)) {
      outbox.create({ account, invitees: [...part], notifyInvitedUsers: false });
      await turnOfLoop();
    }
  }
}

/** Query after query, as the bridge delivers them. */
async function askAsThePageDoes(outbox: Outbox): Promise<void> {
  outbox.status();
  await turnOfLoop();
  outbox.operations({ limit: 50, offset: 0, latestOnly: true });
}

function collectGarbage(): void {
  if (gc === undefined) throw new Error('Start this with --expose-gc.');
  gc();
}
