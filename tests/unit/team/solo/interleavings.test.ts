import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultTeamRule } from '../../../../shared/domain/team/teamRules';
import { account } from '../../../support/benches/inviting';
import type { TeamDesktop } from '../../../support/team/desktop';
import { createOutage, type Outage } from '../../../support/team/outage';
import { teamBench } from '../../../support/team/teamBench';

// docs/sending.md: S30, S34, S35
const team = teamBench();

/** What happens, in order: a desktop loses the store or gets it back, is asked to invite somebody, or its person lets go what waits. */
const step = fc.record({
  who: fc.constantFrom<'mia' | 'ben'>('mia', 'ben'),
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constant('cut' as const) },
    { weight: 2, arbitrary: fc.constant('back' as const) },
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 2) },
    { weight: 3, arbitrary: fc.constant('solo' as const) },
  ),
});

interface Side {
  readonly desktop: TeamDesktop;
  readonly outage: Outage;
}

/** Waits until a desktop has nothing to do but to wait for the store. */
async function settle({ desktop }: Side): Promise<void> {
  await expect
    .poll(() => {
      const isBusy = desktop.operations().some(({ status }) => status === 'sending');
      const isQueued = desktop.operations().some(({ status }) => status === 'queued');
      return !isBusy && (!isQueued || desktop.outbox.status().waits.length > 0);
    })
    .toBe(true);
}

const reason = 'Nobody else is in the office.';

test('nobody is invited twice but by a person’s decision, and every double is listed afterward', async () => {
  await team.asSuperuser(
    `TRUNCATE amc.rules; INSERT INTO amc.rules (version, rule, author)
     VALUES (1, '${JSON.stringify({ ...defaultTeamRule, soloSending: 'withReason' })}', 'anna')`,
  );
  // Amazon's list never shows what was just done.
  team.bench.list = () => ({ json: { invitations: [] } });
  const [miaOutage, benOutage] = [createOutage(), createOutage()];
  const sides = {
    mia: { desktop: await team.mia({ through: miaOutage.through }), outage: miaOutage },
    ben: { desktop: await team.ben({ through: benOutage.through }), outage: benOutage },
  };
  let run = 0;
  let doubled = 0;

  const happen = async (side: Side, what: 'cut' | 'back' | 'solo' | number, name: string): Promise<void> => {
    const { desktop, outage } = side;
    if (what === 'cut' || what === 'back') {
      outage.isAway = what === 'cut';
      await desktop.link.beat();
      if (!outage.isAway) desktop.outbox.tryNow();
    } else if (what === 'solo') {
      for (const { runId } of desktop.outbox.status().runs) {
        const offer = desktop.solo.offer(runId);
        if (offer !== null && offer.count > 0) desktop.solo.send(runId, { ...offer, reason });
      }
    } else {
      const emailAddress = `${name}-${String(what)}@example.com`;
      if (desktop.operations().some((each) => each.emailAddress === emailAddress)) return;
      const invitees = [{ emailAddress, userName: 'P', role: 'viewer' as const }];
      desktop.outbox.create({ account, invitees, notifyInvitedUsers: true });
    }
    await settle(side);
  };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      run += 1;
      const name = `run${String(run)}`;
      for (const { who, what } of steps) await happen(sides[who], what, name);
      for (const side of Object.values(sides)) await happen(side, 'back', name);
      for (const { desktop } of Object.values(sides)) await desktop.outbox.idle();
      for (const side of [sides.mia, sides.ben, sides.mia]) await side.desktop.link.beat();
      for (const person of [0, 1, 2]) {
        const address = `${name}-${String(person)}@example.com`;
        const made = team.invited().filter((each) => each === address).length;
        const solo = Object.values(sides)
          .flatMap(({ desktop }) => desktop.operations())
          .filter(
            (each) => each.emailAddress === address && each.status === 'done' && each.soloReason !== null,
          );
        expect(made, `${address} without a decision`).toBeLessThanOrEqual(1 + solo.length);
        for (const { desktop } of Object.values(sides)) {
          const listed = desktop.doubles.list().filter(({ emailAddress }) => emailAddress === address);
          expect(listed, `doubles of ${address}`).toHaveLength(made > 1 ? 1 : 0);
        }
        doubled += made > 1 ? 1 : 0;
      }
    }),
    { numRuns: 12, seed: 2026 },
  );
  expect(doubled, 'some were doubled').toBeGreaterThan(0);
}, 120_000);
