import { describe, expect, test } from 'vitest';
import { evidenceText, timelineText } from '../../../../renderer/features/invitations/details/historyText';
import { evidence } from '../../../../shared/domain/invitation/invitation';

const entry = {
  at: 1000,
  what: 'resend',
  result: 'done',
  by: null,
  detail: null,
  origin: null,
  runId: null,
  colleague: null,
} as const;

describe('how certain a state is', () => {
  test('has its own text for each kind of evidence', () => {
    const texts = evidence.options.map((each) => evidenceText('accepted', each));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => /^(Certain|Probable|Unknown)/.test(text))).toHaveLength(texts.length);
  });

  test('is never called certain if an address is masked or there is no evidence', () => {
    expect(evidenceText('accepted', 'maskedUser')).toMatch(/^Probable.*masked address/);
    expect(evidenceText('gone', 'absence')).toMatch(/^Unknown/);
    expect(evidenceText('lapsed', null)).toContain('Source not recorded');
  });
});

describe('a line of the history', () => {
  test('names who acted and how it ended', () => {
    expect(timelineText({ ...entry, by: 'Dana' }, 'pending', 0)).toBe('Resent with this app by Dana');
    expect(timelineText({ ...entry, result: 'inDoubt' }, 'pending', 0)).toContain('unconfirmed');
    expect(timelineText({ ...entry, result: 'failed' }, 'pending', 0)).toContain('rejected');
  });

  test('describes the end of the two weeks as what it is now', () => {
    const expires = { ...entry, what: 'expires', result: null } as const;
    expect(timelineText(expires, 'pending', 999)).toContain('Expires');
    expect(timelineText(expires, 'pending', 1000)).toContain('Expired');
    expect(timelineText(expires, 'lapsed', 1001)).toContain('Expired');
    expect(timelineText(expires, 'lapsed', 999)).toContain('Expired');
  });

  test('from a colleague names whose app it was, and never says that this app did it', () => {
    const colleague = { name: 'Ben', learnedAt: 1, state: null };
    expect(timelineText({ ...entry, by: 'Omar', result: 'failed', colleague }, 'gone', 0)).toBe(
      'Resent with Ben’s app by Omar – rejected',
    );
    const found = {
      ...entry,
      what: 'state',
      result: null,
      colleague: { ...colleague, state: 'accepted' },
    } as const;
    expect(timelineText(found, 'gone', 0)).toBe('Known to be accepted to Ben’s app');
    const every = ['create', 'revoke', 'redeem', 'addToInstances', 'takeBackInstances'] as const;
    for (const what of every)
      expect(timelineText({ ...entry, what, colleague }, 'gone', 0)).not.toContain('this app');
  });
});
