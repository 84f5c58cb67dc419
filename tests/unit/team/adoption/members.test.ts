import { beforeEach, expect, test } from 'vitest';
import type { TeamDesktop } from '../../../support/team/desktop';
import { sharedAccount, teamMembersBench } from '../../../support/team/teamMembersBench';

// docs/sending.md: S33
const team = teamMembersBench();
const own = team.amazon;
let mia: TeamDesktop;
let ben: TeamDesktop;
const member = { ...sharedAccount, userId: 'u-viewer0' };

beforeEach(async () => {
  mia = await team.mia();
  ben = await team.ben();
});

type Change = 'removeMember' | 'setRole';

const ask = (desktop: TeamDesktop, change: Change): Promise<number[]> =>
  change === 'removeMember'
    ? desktop.outbox.removeMembers({ members: [member] })
    : desktop.outbox.setRole({ members: [member], role: 'admin' });

/** Mia's change ends without an answer and her app quits; Ben's of the same member is barred. @returns Ben's */
async function barred(change: Change, isCarriedOut: boolean): Promise<number> {
  // Agreed to while both saw the member, and held back until Mia's app is gone.
  const [id = 0] = await ask(ben, change);
  ben.own.pause();
  own.reply = (request) => {
    if (isCarriedOut) own.carryOut(request);
    return 'reset';
  };
  await ask(mia, change);
  await mia.outbox.idle();
  await mia.link.beat();
  await mia.quit();
  own.reply = own.carryOut;
  ben.own.resume();
  await ben.outbox.idle();
  expect(ben.operations()[0]?.error?.code).toBe('CLAIMED_ELSEWHERE');
  return id;
}

test.each([
  ['removeMember', true, 'done'],
  ['removeMember', false, 'failed'],
  ['setRole', true, 'done'],
  ['setRole', false, 'failed'],
] as const)(
  'a colleague’s %s (carried out: %s) is settled as %s by the members',
  async (change, isCarriedOut, outcome) => {
    const id = await barred(change, isCarriedOut);
    const changes = own.changes.length;
    expect(await ben.adoption.settle(id, 'byList')).toEqual({ outcome, byList: true, invitationId: null });
    expect(own.changes).toHaveLength(changes);
    expect(ben.operations()[0]?.teamSettlement).toMatchObject({ colleague: 'Mia', state: outcome });
  },
);

test('a member whose role can’t be read leaves a change of role open, until a person decides', async () => {
  const id = await barred('setRole', false);
  own.beforeReading = (what) => (what === member.userId ? { status: 403, json: {} } : undefined);
  expect(await ben.adoption.settle(id, 'byList')).toMatchObject({ outcome: 'open' });
  own.beforeReading = () => undefined;
  expect(await ben.adoption.settle(id, 'byList')).toMatchObject({ outcome: 'failed' });
});
