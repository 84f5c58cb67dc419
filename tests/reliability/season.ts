import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { createRandom, type Random } from '../../main/sandbox/state/random';
import { createColleague } from './colleague';
import { newBatch, newPeople, nextAsks } from './asks';
import { newMembers } from './memberAsks';
import { createDoublings } from './amazon/doublings';
import { createExecutioner, type Executioner } from './executioner';
import { faultsOfChanges, faultsOfLists, faultsOfTokens, throttling } from './amazon/faults';
import { startGateway, type Fate, type PassingCall } from './amazon/gateway';
import { inspect, type Found } from './inspect/inspect';
import { createLedger, type Ledger, type SentBatch } from './inspect/ledger';
import type { Ask } from './messages';
import { ofBatches, planKill, type Moment } from './moments';
import { startSender, type SenderProcess } from './senderProcess';
import { withOtherIdentifiers } from './amazon/refusals';
import { prepareSite, type Site } from './amazon/site';

/** How long after a call lost its caller the product must expect it, in ms; more than the line and faults take. */
const lateCommitMs = 700;
/** Max number of people in the middle of their story before more are added. */
const busyPeople = 40;
/** And of members. */
const busyMembers = 6;
/** How long a sender that isn't killed may take to finish everything, in ms. */
const finishWithinMs = 90_000;
const pollMs = 25;

/** The result of a season. */
export interface SeasonResult extends Found {
  /** When each sender was killed. */
  readonly kills: readonly Moment[];
}

/**
 * One sandbox, one database: senders work on it and are killed one after another; the last one may finish. Then the sandbox's
 * truth is compared with what was requested.
 */
export async function runSeason(seed: number, kills: number): Promise<SeasonResult> {
  const [random, membersRandom] = [createRandom(seed), createRandom(seed + 4)];
  const site = await prepareSite(seed);
  try {
    const removedByColleague = new Set<string>();
    const doublings = createDoublings(site.sandbox, removedByColleague);
    const line = createLine(createRandom(seed + 1));
    const silent = { arrived: line, answered: () => undefined, passedOn: () => undefined };
    const rewording = createRandom(seed + 3);
    const gateway = await startGateway(site.sandbox.origin, silent, {
      forwarding: doublings.forwarding,
      meanwhile: createColleague(createRandom(seed + 2), site, removedByColleague),
      reworded: (body, { kind }) => (kind === 'read' ? body : withOtherIdentifiers(rewording, body)),
    });
    const begin = (clockOffMs: number): SenderProcess =>
      startSender({
        file: site.file,
        apiUrl: gateway.origin,
        tokenUrl: site.sandbox.endpoints.tokenUrl,
        refreshToken: site.refreshToken,
        lateCommitMs,
        clockOffMs,
        realm: 'sandbox',
        team: null,
      });
    const ledger = createLedger();
    const plans = Array.from({ length: kills }, () => planKill(random));
    const killed: Moment[] = [];
    try {
      await misbehave(site, seed, true);
      for (const plan of plans) {
        const sender = begin(plan.clockOffMs);
        const executioner = createExecutioner(plan, sender, line);
        gateway.watcher = executioner;
        await work(sender, ledger, {
          random,
          membersRandom,
          site,
          executioner,
          moment: plan.moment,
        });
        await sender.ended;
        settleAsks(site.file, ledger);
        killed.push(executioner.killedAt());
      }
      gateway.watcher = silent;
      await site.sandbox.behave();
      await misbehave(site, seed, false);
      const sender = begin(0);
      await work(sender, ledger, { random, membersRandom, site, executioner: null, moment: null });
      await sender.tell({ type: 'end' });
      sender.kill();
      await sender.ended;
    } finally {
      await gateway.close();
    }
    return { kills: killed, ...inspect(site, ledger, doublings.found) };
  } finally {
    await site.remove();
  }
}

/** Faults of the sandbox, as they come on a bad day. */
export async function misbehave({ sandbox }: Site, seed: number, withThrottling: boolean): Promise<void> {
  await sandbox.misbehave(faultsOfChanges('CreateUserInvitations', seed));
  await sandbox.misbehave(faultsOfChanges('UpdateUserInvitations', seed));
  await sandbox.misbehave(faultsOfChanges('UpdateUserPermissions', seed));
  await sandbox.misbehave(faultsOfChanges('DeleteUserPermissions', seed));
  await sandbox.misbehave(faultsOfLists('ListUserInvitations', seed));
  await sandbox.misbehave(faultsOfLists('ListUsers', seed));
  await sandbox.misbehave(faultsOfTokens(seed));
  if (withThrottling) await sandbox.misbehave(throttling(seed));
}

/** Sometimes a call loses its caller and is still carried out later, or gets nowhere. */
export function createLine(random: Random): (call: PassingCall) => Fate {
  return ({ kind }) => {
    const draw = random.between(1, 20);
    if (kind === 'read' || draw > 2) return { as: 'pass', afterMs: 0 };
    return draw === 1 ? { as: 'lose' } : { as: 'hangUp', afterMs: random.between(0, 300) };
  };
}

interface Work {
  readonly random: Random;
  /** Of its own, so that members don't change which people are invited. */
  readonly membersRandom: Random;
  readonly site: Site;
  /** Null if nobody is to be killed: then no more people are added, and everything is finished. */
  readonly executioner: Executioner | null;
  /** When it is to be killed. */
  readonly moment: Moment | null;
}

/** Until the sender is killed or, if nobody kills it, until there is nothing left to do. */
async function work(sender: SenderProcess, ledger: Ledger, how: Work): Promise<void> {
  const { random, membersRandom, site, executioner, moment } = how;
  if (!(await sender.ready)) return;
  const until = performance.now() + finishWithinMs;
  for (let turn = 0; !sender.isKilled(); turn += 1) {
    const { runIds, batchRunIds } = runsOf(ledger);
    const looked = await sender.tell({ type: 'look', runIds, batchRunIds });
    if (looked === undefined) break;
    ledger.take(runIds, looked.operations ?? []);
    if (looked.operations?.some(({ status }) => status === 'inDoubt') === true) executioner?.doubts();

    const group = { accountIds: site.accountIds, from: ledger.people.length };
    const needsBatch = moment !== null && ofBatches.includes(moment);
    if (needsBatch && turn === 0) {
      ledger.add(newBatch(random, group, random.between(1, 12)));
    } else if (executioner !== null && ledger.waiting().length + busyIn(ledger) < busyPeople) {
      ledger.add(newPeople(random, group));
    }
    if (executioner !== null && openMembers(ledger) < busyMembers) {
      ledger.add(newMembers(membersRandom, site.members, ledger.people));
    }
    const again = turn === 0 && !needsBatch ? sentBefore(random, ledger) : ledger.failedBatches();
    for (const batch of again) {
      ledger.beginAgain(batch);
      if (!(await isAnswered(sender, ledger, batch.ask, executioner))) break;
    }
    for (const { ask, people } of nextAsks(random, ledger.waiting())) {
      if (sender.isKilled()) break;
      ledger.begin(ask, people);
      if (!(await isAnswered(sender, ledger, ask, executioner))) break;
    }
    if (moment === 'on a full disk' && turn > 1) await fillAndFree(sender, executioner);
    if (executioner === null && (ledger.open.length === ledger.stuck().length || performance.now() > until)) {
      return;
    }
    await wait(pollMs);
  }
}

const busyIn = ({ open }: Ledger): number =>
  open.reduce((sum, { people, doneFor }) => sum + people.length - doneFor.size, 0);

/** Members in the middle of their story. */
const openMembers = ({ people }: Ledger): number =>
  people.filter(({ userId, done, story }) => userId !== null && done < story.length).length;

function runsOf({ open }: Ledger): Record<'runIds' | 'batchRunIds', number[]> {
  const batches = open.filter(({ ask }) => ask.kind === 'batch');
  return {
    runIds: open.flatMap(({ runIds }) => [...runIds]),
    batchRunIds: batches.flatMap(({ runIds }) => [...runIds]),
  };
}

/** A batch sent again by a person who doesn't know its outcome: usually the last one, sometimes another. */
function sentBefore(random: Random, { batches }: Ledger): SentBatch[] {
  const last = batches.at(-1);
  return last === undefined ? [] : [random.pick([last, random.pick([last, ...batches])])];
}

/** @returns false if the sender is gone; then its database shows whether it recorded the request */
async function isAnswered(
  sender: SenderProcess,
  ledger: Ledger,
  ask: Ask,
  executioner: Executioner | null,
): Promise<boolean> {
  const request = sender.tell({ type: 'ask', ask });
  executioner?.onRequested(ask);
  const answer = await request;
  if (answer === undefined) return false;
  if (answer.runIds === undefined) ledger.forget();
  else ledger.written(answer.runIds);
  return true;
}

async function fillAndFree(sender: SenderProcess, executioner: Executioner | null): Promise<void> {
  await sender.tell({ type: 'fillDisk' });
  executioner?.diskIsFull();
  await wait(400);
  await sender.tell({ type: 'freeDisk' });
}

/** After a kill: an unanswered request was recorded completely, or not at all. */
function settleAsks(file: string, ledger: Ledger): void {
  if (ledger.asking === null) return;
  const last = lastRun(file);
  if (ledger.knowsRun(last)) ledger.forget();
  else ledger.written([last]);
}

function lastRun(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const { last } = db.prepare('SELECT coalesce(max(run_id), 0) AS last FROM runs').get() as {
      last: number;
    };
    return last;
  } finally {
    db.close();
  }
}
