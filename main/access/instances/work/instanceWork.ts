import type { ChannelOutput, CheckedInput } from '../../../../shared/bridge/ipc';
import type { ActivityEntry } from '../../../../shared/domain/activity';
import { isSameInstance, type InstanceWork } from '../../../../shared/domain/account/instanceAccess';
import type { PlannedInstance } from '../../../../shared/domain/account/plannedInstances';
import { CodedError } from '../../../../shared/errors';
import type { Database } from '../../../storage/database';
import { inTurns } from '../../../storage/stepwise';
import { transaction } from '../../../storage/transaction';
import { requireAccount } from '../../accountAccess';
import { accessErrorText } from '../../accessErrorText';
import { requireInvitation } from '../../invitations/invitationFacts';
import { ledgerAddressesOf } from '../../ledger/ledgerAddresses';
import type { AccessDeps } from '../../types';
import { writePlan } from '../plans';
import { track, writeTick, type Tick } from '../ticks';
import { countWork, listWork } from './listWork';
import { readWork } from './readWork';

/** An entry of the activity record, before it is written. */
export type RecordedTick = Readonly<
  Omit<ActivityEntry, 'activityId' | 'requestId' | 'runId' | 'origin' | 'approval' | 'colleague'>
> & {
  readonly amazonRequestId: null;
};

export interface InstanceWorkDeps extends Pick<AccessDeps, 'db' | 'now' | 'changed'> {
  /** Appends to the activity record; called inside the transaction that writes what it is about. */
  readonly record: (entries: readonly RecordedTick[]) => void;
  /** The connection's label and the identity that is signed in. */
  readonly actorOf: (connectionId: string) => { readonly connectionLabel: string; readonly actor: string };
}

type People = CheckedInput<'instances.tickOff'>['people'];
type Ticked = ChannelOutput<'instances.tickOff'>;

/** Whom admins still add to instances by hand, and whom they added. Nothing here calls Amazon. */
export interface InstanceWorkList {
  /** See 'instances.list'. */
  list(query: CheckedInput<'instances.list'>): Promise<ChannelOutput<'instances.list'>>;
  /** See 'instances.counts'. */
  counts(): Promise<ChannelOutput<'instances.counts'>>;
  /** See 'instances.tickOff'. */
  tickOff(people: People): Promise<Ticked>;
  /** See 'instances.takeBack'. */
  takeBack(people: People): Promise<Ticked>;
  /** See 'instances.plan'. */
  plan(input: CheckedInput<'instances.plan'>): Promise<ChannelOutput<'instances.plan'>>;
  /** See 'instances.track'. */
  track(which: CheckedInput<'instances.track'>['which']): ChannelOutput<'instances.track'>;
}

export function createInstanceWork(deps: InstanceWorkDeps): InstanceWorkList {
  const { db, now, changed, actorOf } = deps;
  const { bringUpToDate } = ledgerAddressesOf(db);

  async function tick(kind: Tick['kind'], people: People): Promise<Ticked> {
    await bringUpToDate();
    const result = transaction(db, (): Ticked => {
      const found = people.map((each) => ({ ...each, work: workOf(db, each.invitation) }));
      const stale = found.filter(({ work, saw }) => work?.saw !== saw).length;
      if (stale > 0) return { done: false, changed: stale };
      const at = now();
      const orders = found.flatMap(({ work, instances }) =>
        work === undefined
          ? []
          : [
              {
                work,
                instances: instancesFor(kind, work, instances),
                by: actorOf(work.account.connectionId).actor,
              },
            ],
      );
      const own = orders.map((order) => ({ ...order, at, sourceFile: null }));
      writeTicks(deps, kind, own);
      return { done: true, people: orders.map(({ work, instances }) => writtenOf(db, work, instances)) };
    });
    if (result.done) changed('instances.changed');
    return result;
  }

  return {
    async list(query) {
      await bringUpToDate();
      return inTurns(listWork(db, query));
    },
    async counts() {
      await bringUpToDate();
      return inTurns(countWork(db));
    },
    tickOff: (people) => tick('added', people),
    takeBack: (people) => tick('takenBack', people),
    async plan({ invitation, saw, wanted }) {
      await bringUpToDate();
      const done = transaction(db, () => {
        const work = workOf(db, invitation);
        if (work?.saw !== saw) return false;
        const { actor } = actorOf(invitation.connectionId);
        writePlan(db, planKeyOf(work), { wanted, plannedAt: now(), plannedBy: actor });
        return true;
      });
      if (done) changed('instances.changed');
      return { done };
    },
    track(which) {
      const people = transaction(db, () => track(db, untrackedOf(db, which)));
      if (people > 0) changed('instances.changed');
      return { people };
    },
  };
}

/** What is ticked off, or not any longer, of one person. */
export interface TickOrder {
  readonly work: InstanceWork;
  readonly instances: readonly PlannedInstance[];
  /** ms since 1970. */
  readonly at: number;
  /** Who added the person. */
  readonly by: string;
  readonly sourceFile: string | null;
}

/** Writes ticks, and one entry of the record for each person. Call it inside a transaction. */
export function writeTicks(
  { db, record, actorOf, now }: Pick<InstanceWorkDeps, 'db' | 'record' | 'actorOf' | 'now'>,
  kind: Tick['kind'],
  orders: readonly TickOrder[],
): void {
  for (const { work, instances, at, by, sourceFile } of orders) {
    // Who ticks somebody off wants to know how it goes on.
    track(db, { realm: work.realm, accountId: work.account.accountId, invitationId: work.invitationId });
    for (const instance of instances)
      writeTick(db, { ...planKeyOf(work), kind, instance, at, by, sourceFile });
  }
  const recordedAt = now();
  record(
    orders.map(({ work, instances, by, sourceFile }) => {
      const actor = actorOf(work.account.connectionId);
      return {
        ...actor,
        at: recordedAt,
        action: kind === 'added' ? 'addToInstances' : 'takeBackInstances',
        result: 'done',
        ...{ realm: work.realm, accountId: work.account.accountId, accountName: work.accountName },
        ...{
          emailAddress: work.emailAddress,
          userName: work.userName,
          role: '',
          invitationId: work.invitationId,
        },
        ...{ userId: null, operationId: null, amazonRequestId: null, code: null },
        detail: accessErrorText.tickDetail(
          instances.map(({ name }) => name),
          sourceFile === null ? null : { by, sourceFile },
        ),
      };
    }),
  );
}

/** A person of the list by an invitation; undefined if there is nothing to be known. @throws CodedError NOT_FOUND */
function workOf(
  db: Database,
  invitation: CheckedInput<'instances.plan'>['invitation'],
): InstanceWork | undefined {
  const { realm, accountId, invitationId } = requireInvitation(db, invitation);
  const accountName = requireAccount(db, invitation).name;
  const { connectionId } = invitation;
  return readWork(db, [{ realm, accountId, invitationId, accountName, connectionId }])[0];
}

const planKeyOf = ({
  realm,
  account,
  emailAddress,
}: InstanceWork): Omit<Tick, 'kind' | 'instance' | 'at' | 'by' | 'sourceFile'> => ({
  realm,
  accountId: account.accountId,
  emailAddress,
});

/** @throws CodedError INVALID_INPUT if there is nothing to write */
function instancesFor(
  kind: Tick['kind'],
  work: InstanceWork,
  wanted: readonly PlannedInstance[] | undefined,
): readonly PlannedInstance[] {
  const name = work.userName || work.emailAddress;
  if (kind === 'takenBack') {
    // By their own IDs and names, or the later entry would be about another instance.
    const instances = work.added.filter(
      (added) => wanted === undefined || wanted.some((each) => isSameInstance(each, added)),
    );
    if (instances.length === 0) throw invalid(accessErrorText.nothingTickedOff(name));
    return instances.map(({ instanceId, name: instanceName }) => ({ instanceId, name: instanceName }));
  }
  const instances = (wanted ?? work.missing).filter(
    (each) => !work.added.some((added) => isSameInstance(each, added)),
  );
  if (instances.length > 0) return instances;
  throw invalid(
    work.planned === null ? accessErrorText.nothingPlanned(name) : accessErrorText.nothingMissing(name),
  );
}

const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });

function writtenOf(
  db: Database,
  { account, invitationId }: InstanceWork,
  instances: readonly PlannedInstance[],
): Extract<Ticked, { readonly done: true }>['people'][number] {
  const invitation = { ...account, invitationId };
  return { invitation, saw: workOf(db, invitation)?.saw ?? '', instances: [...instances] };
}

function untrackedOf(
  db: Database,
  which: CheckedInput<'instances.track'>['which'],
): Parameters<typeof track>[1] {
  if (which === 'all') return which;
  if ('account' in which) {
    const { realm, accountId } = requireAccount(db, which.account);
    return { realm, accountId };
  }
  return requireInvitation(db, which.invitation);
}
