import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../../main/sandbox/state/random';
import type { TeamDouble } from '../../../shared/domain/team/teamDouble';
import type { LeftToDo } from '../messages';
import type { SenderProcess } from '../senderProcess';
import { createSleeper, type Removals } from './asleep';
import { createCopyMoment, type CopyMoment } from './besideCopy';
import {
  copyDesktop,
  settleRequests,
  waits,
  type Requested,
  type Desktop,
  type DesktopDeps,
} from './desktop';
import { createTeamExecutioner, nothingHeld, type Holds, type TeamExecutioner } from './teamExecutioner';
import {
  openMoments,
  planKillAt,
  planTeamKill,
  type PlannedTeamKill,
  type SleepingMoment,
  type TeamMoment,
} from './teamMoments';
import { errandOf, type Waves } from './waves';

const pollMs = 40;
/** How long desktops that aren't killed, or a copy, may take to finish everything, in ms: only for what would never end. */
const finishWithinMs = 300_000;
/** How long a desktop stands still, in ms: longer than a turn lasts. */
const longFreezeMs = 1.4 * waits.turnMs;

export interface LivesContext {
  readonly around: DesktopDeps;
  readonly waves: Waves;
  readonly removals: Removals;
  readonly killed: TeamMoment[];
  /** What wasn't finished in time, in words. */
  readonly unfinished: string[];
  /** Copies of folders that were made. */
  readonly copies: Desktop[];
  /** The lives of those who sleep: as long as one lasts, somebody has to be awake. */
  readonly sleepers: Promise<unknown>[];
  /** Each resolves when the copy has ended. */
  readonly copiesAtWork: Promise<void>[];
}

/**
 * What is to happen in one of a desktop's lives, besides being killed:
 * - `copiedBeside`: its folder is copied as a call is on its way, and the copy runs beside it.
 * - `copiedAfter`: its folder is copied at work, and the copy runs after it was killed.
 * - `lost`: it ends in the middle of a call, and its computer is gone for good, as far as its colleagues know.
 * - otherwise it sleeps at that moment.
 */
export interface PlannedLife {
  readonly life: number;
  readonly as: 'copiedBeside' | 'copiedAfter' | 'lost' | SleepingMoment;
}

interface Life {
  readonly context: LivesContext;
  readonly desktop: Desktop;
  readonly sender: SenderProcess;
}

/** A desktop is started and killed, again and again. */
export async function liveAndDie(
  context: LivesContext,
  desktop: Desktop,
  how: { readonly random: Random; readonly kills: number; readonly planned: readonly PlannedLife[] },
): Promise<void> {
  const { random, kills, planned } = how;
  for (let life = 0; life < kills; life += 1) {
    const sender = desktop.begin();
    const own: Life = { context, desktop, sender };
    const as = planned.find((each) => each.life === life)?.as ?? null;
    const moment = as === 'copiedBeside' ? createCopyMoment() : null;
    let came: TeamExecutioner['came'] = () => undefined;
    const holds =
      moment === null
        ? sleeping(own, as, (slept) => {
            came(slept);
          })
        : heldForCopy(moment);
    const plan =
      planFor(as, random) ??
      planTeamKill(
        random,
        context.copies.some(({ name }) => name.startsWith(desktop.name)) ? 0 : longFreezeMs,
      );
    const executioner = createTeamExecutioner(plan, sender, context.around.otherwise, holds);
    came = executioner.came;
    desktop.gateway.watcher = executioner.line;
    desktop.proxy.watcher = executioner.store;
    const copied = as === 'copiedBeside' || as === 'copiedAfter' ? copyAtWork(own, moment, came) : null;
    await work(context, desktop, sender, { random, executioner });
    await sender.ended;
    settleRequests(desktop);
    context.killed.push(executioner.killedAt());
    if (copied !== null) context.copiesAtWork.push(copied);
  }
}

function planFor(as: PlannedLife['as'] | null, random: Random): PlannedTeamKill | null {
  if (as === null || as === 'copiedAfter') return null;
  if (as === 'lost') return planKillAt(random.pick(openMoments), 0);
  return planKillAt(as === 'copiedBeside' ? 'beside its copy' : as, 800);
}

const heldForCopy = (moment: CopyMoment): Holds => ({ line: moment.called, store: moment.arrived });

/** It is asked to remove somebody, sleeps over it, and its colleagues are asked for the same meanwhile. */
function sleeping(
  { context, desktop, sender }: Life,
  as: PlannedLife['as'] | null,
  came: (moment: SleepingMoment) => void,
): Holds {
  if (as !== 'asleep as it claims' && as !== 'asleep as it is confirmed') return nothingHeld;
  const { waves, removals, around, sleepers } = context;
  sleepers.push(sender.ended);
  const someone = waves.someone();
  if (someone !== null) desktop.requests.push({ ask: { kind: 'removeMember', ...someone }, state: 'open' });
  const sleeper = createSleeper({
    ...{ moment: as, login: desktop.name, sender, removals, members: around.site.members },
    asleep: waves.share,
    awake: () => came(as),
  });
  return { line: () => null, store: sleeper.arrived };
}

/**
 * The folder is copied while changes are queued and being sent; the copy works until it has nothing open any longer.
 * @param moment holds the original back until the copy runs beside it; null: the copy begins once the original was killed
 */
async function copyAtWork(
  { context: { around, copies, sleepers, unfinished }, desktop: original, sender }: Life,
  moment: CopyMoment | null,
  came: (moment: TeamMoment) => void,
): Promise<void> {
  if (moment === null) while (!sender.isKilled() && (original.left?.open ?? 0) === 0) await wait(pollMs);
  else await Promise.race([moment.hasCome, sender.ended]);
  const copy = await copyDesktop(around, original, copies.length + 1);
  copies.push(copy);
  moment?.copied();
  if (moment === null) await sender.ended;
  const copied = copy.begin();
  const until = performance.now() + finishWithinMs;
  let isFirst = moment !== null;
  for (;;) {
    copy.left = (await copied.tell({ type: 'lookAround' }))?.left ?? copy.left;
    if (isFirst && hasReachedTheStore(copy.left)) {
      isFirst = false;
      moment?.begun();
      void Promise.all(sleepers).then(() => came('beside its copy'));
    }
    if (copy.left?.link === 'ready' && copy.left.open === 0) break;
    if (performance.now() > until) {
      unfinished.push(`${copy.name} has ${JSON.stringify(copy.left)} left`);
      break;
    }
    await wait(pollMs);
  }
  await endInOrder(copied);
}

const hasReachedTheStore = (left: LeftToDo | null): boolean =>
  left !== null && ['checking', 'copy', 'ready'].includes(left.link);

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

/** Whom the app of a desktop lists as invited twice, when it is opened once more. */
export async function doublesSeenBy(desktop: Desktop): Promise<readonly TeamDouble[]> {
  const sender = desktop.begin();
  const until = performance.now() + finishWithinMs;
  for (let link = 'none'; link !== 'ready' && performance.now() < until;) {
    link = (await sender.tell({ type: 'lookAround' }))?.left?.link ?? 'none';
    await wait(pollMs);
  }
  const answer = await sender.tell({ type: 'readDoubles' });
  await endInOrder(sender);
  return answer?.doubles ?? [];
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
      for (const wave of waves.all.slice(desktop.heard)) {
        desktop.requests.push({ ...errandOf(random, wave), state: 'open' });
        desktop.heard += 1;
      }
    }
    const open = desktop.requests.filter(({ state }) => state === 'open');
    for (const one of open) {
      if (!(await isAnswered(sender, one))) break;
    }
    // What was just asked for isn't in what the sender said that it has left.
    const isDone = open.length === 0 && !isLeft(desktop);
    if (executioner === null && (isDone || performance.now() > until)) return;
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
