import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../../main/sandbox/state/random';
import type { SenderProcess } from '../senderProcess';
import {
  copyDesktop,
  settleRequests,
  waits,
  type Requested,
  type Desktop,
  type DesktopDeps,
} from './desktop';
import { createTeamExecutioner, type TeamExecutioner } from './teamExecutioner';
import { planTeamKill, type TeamMoment } from './teamMoments';
import { errandOf, type Waves } from './waves';

const pollMs = 40;
/** How long desktops that aren't killed may take to finish everything, in ms. */
const finishWithinMs = 120_000;
/** And a copy. */
const copyWithinMs = 60_000;
/** How long a desktop stands still, in ms: longer than a turn lasts. */
const longFreezeMs = 1.4 * waits.turnMs;

export interface LivesContext {
  readonly around: DesktopDeps;
  readonly waves: Waves;
  readonly killed: TeamMoment[];
  /** What wasn't finished in time, in words. */
  readonly unfinished: string[];
  /** Copies of folders that were made. */
  readonly copies: Desktop[];
}

/** At which of its lives a desktop's folder is copied, and whether the copy is started before the original is killed. */
export interface PlannedCopy {
  readonly life: number;
  readonly isBeside: boolean;
}

/** A desktop is started and killed, again and again. */
export async function liveAndDie(
  context: LivesContext,
  desktop: Desktop,
  {
    random,
    kills,
    copies,
  }: { readonly random: Random; readonly kills: number; readonly copies: readonly PlannedCopy[] },
): Promise<void> {
  const ofCopies: Promise<void>[] = [];
  for (let life = 0; life < kills; life += 1) {
    const sender = desktop.begin();
    const executioner = createTeamExecutioner(
      planTeamKill(random, copies.length > 0 ? 0 : longFreezeMs),
      sender,
      context.around.otherwise,
    );
    desktop.gateway.watcher = executioner.line;
    desktop.proxy.watcher = executioner.store;
    const copy = copies.find((each) => each.life === life);
    const copied = copy === undefined ? null : copyAtWork(context, desktop, sender, copy.isBeside);
    await work(context, desktop, sender, { random, executioner });
    await sender.ended;
    settleRequests(desktop);
    context.killed.push(executioner.killedAt());
    if (copied !== null) ofCopies.push(copied);
  }
  await Promise.all(ofCopies);
}

/** The folder is copied while changes are queued and being sent; the copy works until it has nothing open any longer. */
async function copyAtWork(
  { around, copies, unfinished }: LivesContext,
  original: Desktop,
  sender: SenderProcess,
  isBeside: boolean,
): Promise<void> {
  while (!sender.isKilled() && (original.left?.open ?? 0) === 0) await wait(pollMs);
  const copy = await copyDesktop(around, original, copies.length + 1);
  copies.push(copy);
  if (!isBeside) await sender.ended;
  const copied = copy.begin();
  const until = performance.now() + copyWithinMs;
  for (;;) {
    copy.left = (await copied.tell({ type: 'lookAround' }))?.left ?? copy.left;
    if (copy.left?.link === 'ready' && copy.left.open === 0) break;
    if (performance.now() > until) {
      unfinished.push(`${copy.name} has ${JSON.stringify(copy.left)} left`);
      break;
    }
    await wait(pollMs);
  }
  await endInOrder(copied);
}

/** Desktops finish everything, and end in good order. */
export async function finish(
  context: LivesContext,
  desktops: readonly Desktop[],
  random: Random,
): Promise<void> {
  const until = performance.now() + finishWithinMs;
  await Promise.all(
    desktops.map(async (desktop) => {
      const sender = desktop.begin();
      const { otherwise } = context.around;
      const quiet = { answered: () => undefined, passedOn: () => undefined };
      desktop.gateway.watcher = { ...quiet, arrived: otherwise.line };
      desktop.proxy.watcher = { ...quiet, arrived: otherwise.store };
      await work(context, desktop, sender, { random, executioner: null, until });
      if (isLeft(desktop))
        context.unfinished.push(`${desktop.name} has ${JSON.stringify(desktop.left)} left`);
      await endInOrder(sender);
    }),
  );
}

async function endInOrder(sender: SenderProcess): Promise<void> {
  await sender.tell({ type: 'end' });
  sender.kill();
  await sender.ended;
}

const isLeft = ({ left, requests }: Desktop): boolean =>
  left === null || left.open + left.blocked > 0 || requests.some(({ state }) => state === 'open');

interface Work {
  readonly random: Random;
  /** Null if nobody is to be killed: then nothing more is added, and everything is finished. */
  readonly executioner: TeamExecutioner | null;
  /** By the monotonic clock. */
  readonly until?: number;
}

/** Until the sender is killed or, if nobody kills it, until there is nothing left to do. */
async function work(
  { waves }: LivesContext,
  desktop: Desktop,
  sender: SenderProcess,
  { random, executioner, until = Infinity }: Work,
): Promise<void> {
  if (!(await sender.ready)) return;
  while (!sender.isKilled()) {
    const looked = await sender.tell({ type: 'lookAround' });
    if (looked === undefined) return;
    desktop.left = looked.left ?? desktop.left;
    if (looked.left !== undefined) executioner?.looked(looked.left);
    if (!desktop.name.includes('copy')) {
      for (const wave of waves.all.slice(desktop.requests.length)) {
        desktop.requests.push({ ...errandOf(random, wave), state: 'open' });
      }
    }
    for (const one of desktop.requests.filter(({ state }) => state === 'open')) {
      if (!(await isAnswered(sender, one))) break;
    }
    if (executioner === null && (!isLeft(desktop) || performance.now() > until)) return;
    await wait(pollMs);
  }
}

/** @returns false if the sender is gone; then its database shows whether it recorded the request */
async function isAnswered(sender: SenderProcess, one: Requested): Promise<boolean> {
  const answer = await sender.tell({ type: 'ask', ask: one.ask });
  if (answer === undefined) return false;
  if (answer.runIds !== undefined) one.state = 'recorded';
  else if (answer.error?.code === 'INVALID_INPUT' && one.ask.kind !== 'create') one.state = 'refused';
  return true;
}
