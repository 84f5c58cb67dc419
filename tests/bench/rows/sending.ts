import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { signIn } from '../../contract/sandbox/support/signIn';
import { startSandbox } from '../../support/amazon/sandbox';
import { temporaryStore } from '../../support/fixtures/store';
import { inviteBare, inviteOneByOne, type Invited } from '../bareInviting';
import { invitees } from '../invitees';
import type { Measurement } from '../results/results';
import { servicesOver, type Entry, type MeasuredServices } from '../services';

const runs = 5;
const accounts = 100;
const peopleAnAccount = 50;
/** In how many of the accounts one person is invited by a separate call, to extrapolate to all. */
const sharePeople = 50;
/** How long each answer is delayed, in ms: the distance to a service across an ocean, and some work there. */
const networkMs = 150;
/** The sandbox makes its signed-in person a viewer in some. */
const accountsInSandbox = 130;

/** Inviting 5,000 people: compared to the same calls with nothing around them, and to one call per person. */
export async function sending(): Promise<Measurement[]> {
  const values: number[] = [];
  const bare: number[] = [];
  const oneByOne: number[] = [];
  // The first round warms everything up; it doesn't count.
  for (let run = 0; run <= runs; run += 1) {
    const ours = await inNewSandbox(inviteWithOutbox);
    const same = await inNewSandbox(({ entry, invited }) => timed(() => inviteBare(entry, invited)));
    const single = await inNewSandbox(({ entry, invited }) =>
      timed(() => inviteOneByOne(entry, onePersonEach(invited))),
    );
    if (run === 0) continue;
    values.push(ours);
    bare.push(same);
    oneByOne.push((single * accounts * peopleAnAccount) / sharePeople);
  }
  const what = `inviting 5,000 people to 100 accounts, ${String(networkMs)} ms a call`;
  return [
    {
      name: `${what}, against a bare axios loop`,
      unit: 'ms',
      values,
      baselines: bare,
      target: { times: 1.15 },
    },
    {
      name: `the same, against one person a call (measured for ${String(sharePeople)}, times ${String((accounts * peopleAnAccount) / sharePeople)})`,
      unit: 'ms',
      values,
      baselines: oneByOne,
      target: { times: 0.1 },
    },
  ];
}

interface Ready {
  readonly entry: Entry;
  readonly services: MeasuredServices;
  readonly invited: readonly Invited[];
}

/** A new one each time, because pending invitations make the lists longer. Its accounts were read once. */
async function inNewSandbox(measure: (ready: Ready) => Promise<number>): Promise<number> {
  const sandbox = await startSandbox({ accounts: accountsInSandbox, invitations: 0 });
  const store = temporaryStore();
  try {
    const { accessToken } = await signIn(sandbox.origin, 'dana');
    const entry = { apiUrl: sandbox.origin, accessToken };
    const services = servicesOver(store.db, entry);
    const invited = (await services.accountsToInviteTo(accounts)).map(({ accountId }, index) => ({
      accountId,
      people: invitees(peopleAnAccount, index * peopleAnAccount),
    }));
    await sandbox.misbehave({
      faults: [{ kind: 'delay', ms: networkMs, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
    return await measure({ entry, services, invited });
  } finally {
    store.remove();
    await sandbox.stop();
  }
}

async function inviteWithOutbox({ services: { outbox }, invited }: Ready): Promise<number> {
  const ms = await timed(async () => {
    for (const { accountId, people } of invited) {
      outbox.create({
        account: { connectionId: 'bench', accountId },
        invitees: [...people],
        notifyInvitedUsers: false,
      });
      // Each comes over the bridge, in its own turn of the loop.
      await turnOfLoop();
    }
    await outbox.idle();
  });
  const { total } = outbox.operations({ statuses: ['done'], limit: 1, offset: 0 });
  if (total !== accounts * peopleAnAccount) throw new Error(`Only ${String(total)} people were invited.`);
  return ms;
}

const onePersonEach = (invited: readonly Invited[]): Invited[] =>
  invited.slice(0, sharePeople).map(({ accountId, people }) => ({ accountId, people: people.slice(0, 1) }));

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
