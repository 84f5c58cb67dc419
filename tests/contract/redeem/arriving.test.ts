import { expect, test } from 'vitest';
import { maxLinksWaiting } from '../../../shared/domain/redeem/redeem';
import { redeemLink, setupLink } from '../../../shared/domain/redeem/buildLink';
import { wiredApp } from '../../support/benches/wiredApp';
import { recordOf } from './support';

const wired = wiredApp({ invitations: 40 });
const inbox = () => wired.app.redeem.inbox();

test('when 1,000 links arrive at once, a few wait, and the rest are rejected and counted', () => {
  for (let n = 0; n < 1000; n += 1)
    wired.app.redeem.arrive(redeemLink(`inv-${String(n).padStart(8, '0')}`, 'na'));
  const { links, turnedAway } = inbox();
  expect([links.length, turnedAway]).toEqual([10, 990]);
  expect(wired.openedPages).toEqual([]);
  expect(recordOf(wired)).toEqual([]);
});

test('a repeated link waits once', () => {
  for (let n = 0; n < 1000; n += 1) wired.app.redeem.arrive(redeemLink('inv-4f9c2a71', 'na'));
  expect(inbox()).toMatchObject({ links: [{ invitationId: 'inv-4f9c2a71' }], turnedAway: 0 });
});

test('an unreadable link shows what is wrong with it, and a setup link waits to be reviewed', () => {
  wired.app.redeem.arrive('amc-access://redeem/inv-4f9c2a71?region=na&connectionId=1');
  expect(inbox()).toMatchObject({ links: [], unreadable: expect.stringMatching(/Ask for a new one/) });
  wired.app.redeem.dismissUnreadable();
  const setup = { label: 'Northwind', region: 'eu', clientId: 'amzn1.client', returnPort: 8710 } as const;
  wired.app.redeem.arrive(setupLink(setup));
  expect(inbox()).toMatchObject({ links: [], unreadable: null, setup });
  expect(wired.app.connections.list()).toEqual([]);
  wired.app.redeem.dismissSetup();
  expect(inbox()).toMatchObject({ setup: null });
});

test('a pasted message adds each of its invitations once, up to the limit', () => {
  const links = Array.from({ length: maxLinksWaiting }, (_, n) =>
    redeemLink(`inv-${String(n).padStart(8, '0')}`, 'na'),
  );
  const { redeem } = wired.app;
  expect(redeem.add(`Hi,\n${links.join('\n')}\n${links.join(', ')}`).added).toBe(maxLinksWaiting);
  expect(redeem.add(links.join('\n')).added).toBe(0);
  expect(() => redeem.add('inv-one-too-many-1')).toThrow(/Redeem or dismiss some/);
  expect(inbox().links).toHaveLength(maxLinksWaiting);
  redeem.dismiss('inv-00000000');
  expect(redeem.add('inv-one-too-many-1').added).toBe(1);
});
