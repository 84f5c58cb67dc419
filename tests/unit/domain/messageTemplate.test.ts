import { describe, expect, test } from 'vitest';
import { defaultMessageTemplate, messageOf } from '../../../shared/domain/invitation/messageTemplate';
import { redeemLink } from '../../../shared/domain/redeem/buildLink';

const facts = {
  name: 'Rosa {link} $& Lind',
  account: 'Copper Kettle Coffee',
  role: 'viewer',
  link: redeemLink('inv 1/ü?#', 'eu'),
  expires: '8 December 2026',
};

describe('the message to an invited person', () => {
  test('names who, what, the link and the expiry by default', () => {
    const message = messageOf(defaultMessageTemplate, facts);
    for (const fact of Object.values(facts)) expect(message).toContain(fact);
    expect(message).not.toMatch(/\{(name|account|role|expires)\}/);
  });

  test('repeats a placeholder, and leaves other braces as they are', () => {
    expect(messageOf('{role} {role} {Role} {team} {} {name', facts)).toBe(
      'viewer viewer {Role} {team} {} {name',
    );
  });

  test('treats names as text, whatever they look like', () => {
    expect(messageOf('{name}!', facts)).toBe('Rosa {link} $& Lind!');
  });
});

test('a redeem link contains the complete ID and the region', () => {
  expect(redeemLink('inv 1/ü?#', 'na')).toBe('amc-access://redeem/inv%201%2F%C3%BC%3F%23?region=na');
});
