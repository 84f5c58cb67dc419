import { expect, test } from 'vitest';
import { claimSql, keepTurnSql } from '../../../../main/team/sending/storeSql';
import { createSignal, type Signal } from '../../../support/signal';
import type { DesktopOptions, TeamDesktop } from '../../../support/team/desktop';
import { sharedAccount, teamMembersBench } from '../../../support/team/teamMembersBench';

// docs/sending.md: S30
/** What a failed test left waiting happens after it, or its desktops could never quit. */
const signals: Signal[] = [];
const team = teamMembersBench(() => {
  for (const { happen } of signals.splice(0)) happen();
});
const { amazon } = team;
const viewer = { ...sharedAccount, userId: 'u-viewer0' };

function signal(): Signal {
  const made = createSignal();
  signals.push(made);
  return made;
}

/** Its turn ends soon, since it isn't renewed. */
const asleep: Omit<DesktopOptions, 'login'> = {
  turnMs: 300,
  through: (store) => ({
    ...store,
    query: (sql, values) => (sql === keepTurnSql ? Promise.resolve([]) : store.query(sql, values)),
  }),
};

/** Stands still before it claims anybody for the first time. */
function beforeClaiming(claims: Signal, goOn: Signal): Omit<DesktopOptions, 'login'> {
  return {
    through: (store) => ({
      ...store,
      async query(sql, values) {
        if (sql === claimSql) {
          claims.happen();
          await goOn.happened;
        }
        return store.query(sql, values);
      },
    }),
  };
}

test.each([
  ['removed', (mia: TeamDesktop) => mia.outbox.removeMembers({ members: [viewer] })],
  ['given a role', (mia: TeamDesktop) => mia.outbox.setRole({ members: [viewer], role: 'admin' })],
])('a member isn’t %s whom a call that outlived its turn removed since they were read', async (_, change) => {
  const [arrived, carriedOut, claims, goOn] = [signal(), signal(), signal(), signal()];
  amazon.reply = async (request) => {
    arrived.happen();
    await carriedOut.happened;
    return amazon.carryOut(request);
  };
  const ben = await team.ben(asleep);
  const mia = await team.mia(beforeClaiming(claims, goOn));
  await ben.outbox.removeMembers({ members: [viewer] });
  await arrived.happened;
  await change(mia);
  await claims.happened;
  carriedOut.happen();
  await ben.outbox.idle();
  goOn.happen();
  await mia.outbox.idle();
  expect(ben.operations().map(({ status }) => status)).toEqual(['done']);
  expect(mia.operations().map(({ status, error }) => [status, error?.code])).toEqual([
    ['failed', 'ALREADY_DONE'],
  ]);
  expect(amazon.changes).toHaveLength(1);
});
