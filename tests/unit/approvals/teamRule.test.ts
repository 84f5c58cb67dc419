import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  defaultApprovalRule,
  needsApproval,
  stricterFor,
  type ApprovalRule,
} from '../../../shared/domain/approval/approvalRule';
import { defaultTeamRule, strictestTeamRule } from '../../../shared/domain/team/teamRules';
import { createOffice, type Office } from '../../support/benches/office';
import { row } from '../batches/support/rows';

let ben: Office;
let dana: Office;
beforeEach(() => {
  [ben, dana] = [createOffice('Ben'), createOffice('Dana')];
});
afterEach(async () => {
  await Promise.all([ben, dana].map((office) => office.close()));
});

const rule = (needed: ApprovalRule['needed'], fields: Partial<ApprovalRule> = {}): ApprovalRule => ({
  ...defaultApprovalRule,
  ...fields,
  needed,
});

/** What the team's rule is, as last heard. */
function teamNeeds({ store: { db } }: Office, approval: ApprovalRule): void {
  const text = JSON.stringify({ ...defaultTeamRule, approval });
  db.prepare(
    `INSERT INTO team_rules (number, version, rule, author, set_at) VALUES (1, 1, ?, 'Anna', 1)`,
  ).run(text);
}

const share = ({ store: { db } }: Office): void => {
  db.exec(
    `INSERT INTO team_accounts (realm, account_id, shared_at) SELECT realm, account_id, 1 FROM accounts`,
  );
};

const sent = (office: Office): number => office.operations().length;

describe('a batch that touches a shared account', () => {
  test('needs what the team’s rule needs, though one’s own needs nothing', async () => {
    teamNeeds(ben, rule('always'));
    share(ben);
    const batchId = ben.draft([row(1)]);
    expect(await ben.approving.ofBatch(batchId)).toMatchObject({ needed: true, rule: { needed: 'always' } });
    await expect(ben.send(batchId)).rejects.toMatchObject({ code: 'NOT_APPROVED' });
    expect(sent(ben)).toBe(0);
    await ben.confirm(dana);
    await ben.approving.open(await dana.answered(await ben.exported(batchId)));
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
    expect((await ben.approving.ofBatch(batchId)).sends).toMatchObject([{ rule: { needed: 'always' } }]);
  });

  test('isn’t sent by a rule that this version can’t read, even with an approval', async () => {
    teamNeeds(ben, strictestTeamRule.approval);
    ben.store.db.exec('UPDATE team_rules SET readable = 0');
    share(ben);
    const batchId = ben.draft([row(1)]);
    expect(await ben.approving.ofBatch(batchId)).toMatchObject({ needed: true });
    await ben.confirm(dana);
    await ben.approving.open(await dana.answered(await ben.exported(batchId)));
    await expect(ben.send(batchId)).rejects.toMatchObject({ code: 'TEAM_OUTDATED' });
    expect(sent(ben)).toBe(0);
    ben.store.db.exec('UPDATE team_rules SET readable = 1');
    await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
  });

  test('needs what one’s own rule needs, though the team’s needs nothing', async () => {
    teamNeeds(ben, rule('never'));
    share(ben);
    await ben.setRule({ needed: 'always' });
    await expect(ben.send(ben.draft([row(1)]))).rejects.toMatchObject({ code: 'NOT_APPROVED' });
  });
});

test('the team’s rule says nothing about batches in other accounts', async () => {
  teamNeeds(ben, rule('always'));
  const batchId = ben.draft([row(1)]);
  expect(await ben.approving.ofBatch(batchId)).toMatchObject({ needed: false, rule: { needed: 'never' } });
  await expect(ben.send(batchId)).resolves.toMatchObject({ sent: true });
});

describe('the stricter of two rules', () => {
  test.each([
    ['never', 'never', { total: 9, admins: 9 }, false],
    ['admins', 'never', { total: 9, admins: 1 }, true],
    ['never', 'people', { total: 9, admins: 0 }, true],
    ['admins', 'people', { total: 9, admins: 0 }, true],
    ['people', 'admins', { total: 1, admins: 1 }, true],
    ['people', 'admins', { total: 1, admins: 0 }, false],
    ['always', 'never', { total: 1, admins: 0 }, true],
  ] as const)('%s and %s', (own, team, counted, isNeeded) => {
    const stricter = stricterFor(counted, rule(own, { people: 5 }), rule(team, { people: 5 }));
    expect(needsApproval(stricter, counted)).toBe(isNeeded);
  });

  test('has the shorter times of those that need anything', () => {
    const counted = { total: 9, admins: 1 };
    const short = { approvalDays: 1, snapshotDays: 2 };
    expect(stricterFor(counted, rule('always'), rule('admins', short))).toMatchObject(short);
    expect(stricterFor(counted, rule('always', short), rule('admins'))).toMatchObject(short);
    expect(stricterFor(counted, rule('always'), rule('never', short))).toMatchObject({
      approvalDays: 20,
      snapshotDays: 7,
    });
  });
});
