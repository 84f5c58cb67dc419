import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { guard, maxInputBytes } from '../../../main/ipc/guard';
import { isTrustedSender, type SenderOf } from '../../../main/shell/window/trustedSender';
import { channels, type ChannelName } from '../../../shared/bridge/channels';
import type { ChannelSpec } from '../../../shared/bridge/channelSpec';
import { CodedError } from '../../../shared/errors';
import { ipc } from '../../../shared/bridge/ipc';

const names = Object.keys(ipc) as ChannelName[];
const trusted = () => true;

const page = { mainFrame: { url: 'app://amc/index.html' } };
const otherPage = { mainFrame: { url: 'app://amc/index.html' } };
const isTrusted = (event: SenderOf<typeof page>) => isTrustedSender(event, page);

const strangers: [string, SenderOf<typeof page>][] = [
  ['another window', { sender: otherPage, senderFrame: otherPage.mainFrame }],
  ['a frame inside the page', { sender: page, senderFrame: { url: 'app://amc/index.html' } }],
  ['a frame that is gone', { sender: page, senderFrame: null }],
];

const otherOrigins = [
  'https://amc/index.html',
  'app://amc.evil/index.html',
  'app://evil/index.html',
  'app://amc:1/index.html',
  'file:///index.html',
  'about:blank',
  'data:text/html,app://amc/',
  '',
];

describe('the channel map', () => {
  it('has one entry for every channel the preload offers, and no other', () => {
    const offered = Object.entries(channels).flatMap(([area, functions]) =>
      functions.map((name) => `${area}.${name}`),
    );
    expect(names.toSorted()).toEqual(offered.toSorted());
  });
});

describe.each(names)('%s', (name) => {
  const spec: ChannelSpec = ipc[name];

  it.each(strangers)('runs no handler for %s', async (_who, event) => {
    const handler = vi.fn();
    const answer = await guard(spec, handler, isTrusted)(event, {});
    expect(answer).toMatchObject({ error: { code: 'UNTRUSTED_SENDER' } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('runs no handler for our window when it shows another origin', async () => {
    const handler = vi.fn();
    for (const url of otherOrigins) {
      const elsewhere = { mainFrame: { url } };
      const call = guard(spec, handler, (event: SenderOf<typeof page>) => isTrustedSender(event, elsewhere));
      const answer = await call({ sender: elsewhere, senderFrame: elsewhere.mainFrame }, {});
      expect(answer).toMatchObject({ error: { code: 'UNTRUSTED_SENDER' } });
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([
    ['null', null],
    ['a string', 'x'],
    ['an object with a forged prototype', { notAField: 1 }],
    ['an array', []],
    ['a prototype in disguise', JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')],
  ])('runs no handler for %s', async (_what, input) => {
    const handler = vi.fn();
    const answer = await guard(spec, handler, trusted)({}, input);
    expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('runs no handler for an input over the size limit', async () => {
    const handler = vi.fn();
    const answer = await guard(
      spec,
      handler,
      trusted,
    )({}, { notAField: 'x'.repeat(spec.maxInputBytes ?? maxInputBytes) });
    expect(answer).toMatchObject({ error: { code: 'INPUT_TOO_LARGE' } });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('the size limit of a call', () => {
  const spec = { input: z.strictObject({ text: z.string() }), output: z.object({}) };
  const call = async (own: ChannelSpec, length: number) => {
    const handler = vi.fn(() => ({}));
    const answer = await guard(own, handler, trusted)({}, { text: 'x'.repeat(length) });
    return { answer, calls: handler.mock.calls.length };
  };

  it('is 1 MB, and the error says so', async () => {
    expect(await call(spec, maxInputBytes - 100)).toEqual({ answer: { ok: {} }, calls: 1 });
    expect(await call(spec, maxInputBytes)).toMatchObject({
      answer: { error: { code: 'INPUT_TOO_LARGE', message: expect.stringContaining('over 1 MB') } },
      calls: 0,
    });
  });

  it('is larger for a channel that declares a larger one, and is enforced there too', async () => {
    const large = { ...spec, maxInputBytes: 3 * maxInputBytes };
    expect(await call(large, 3 * maxInputBytes - 100)).toEqual({ answer: { ok: {} }, calls: 1 });
    expect(await call(large, 3 * maxInputBytes)).toMatchObject({
      answer: { error: { code: 'INPUT_TOO_LARGE', message: expect.stringContaining('over 3 MB') } },
      calls: 0,
    });
  });

  it.each(['invitations.revoke', 'invitations.resend', 'invitations.inviteAgain'] as const)(
    'allows 20,000 invitations with the longest names in %s, and rejects one more by count',
    async (name) => {
      const handler = vi.fn(() => ({ agreed: true, runId: 1, operationIds: [], leftOut: [] }) as const);
      const one = { connectionId: 'c'.repeat(64), accountId: 'a'.repeat(120), invitationId: 'i'.repeat(400) };
      const inputOf = (count: number) => ({
        invitations: Array.from({ length: count }, () => ({ ...one })),
        agreed: {
          ...{ digest: 'd'.repeat(64), total: count, admins: 0, notify: null, revision: null },
          accounts: Array.from({ length: 1000 }, () => ({
            account: { connectionId: one.connectionId, accountId: one.accountId },
            ...{ accountName: 'n'.repeat(200), total: 20, admins: 0 },
          })),
        },
        ...(name === 'invitations.revoke' ? {} : { notifyInvitedUsers: true }),
      });
      expect(await guard(ipc[name], handler, trusted)({}, inputOf(20_000))).toMatchObject({
        ok: { runId: 1 },
      });
      expect(await guard(ipc[name], handler, trusted)({}, inputOf(20_001))).toMatchObject({
        error: { code: 'INVALID_INPUT', message: 'Select at most 20,000 invitations at a time.' },
      });
      expect(handler).toHaveBeenCalledOnce();
    },
  );
});

describe('a call from the page itself', () => {
  it('is trusted', () => {
    expect(isTrusted({ sender: page, senderFrame: page.mainFrame })).toBe(true);
  });

  it('is not trusted before there is a window', () => {
    expect(isTrustedSender({ sender: page, senderFrame: page.mainFrame }, null)).toBe(false);
  });
});

describe('what crosses the bridge', () => {
  const spec = { input: z.strictObject({ n: z.number() }), output: z.object({ shown: z.string() }) };

  it('is what the output schema names, and nothing else', async () => {
    const answer = await guard(spec, () => ({ shown: 'yes', secret: 'no' }), trusted)({}, { n: 1 });
    expect(answer).toEqual({ ok: { shown: 'yes' } });
  });

  it('is a coded error with its remedy when the handler throws one', async () => {
    const failing = () => {
      throw new CodedError({ code: 'PORT_BUSY', message: 'Close the other program.', retryable: true });
    };
    expect(await guard(spec, failing, trusted)({}, { n: 1 })).toEqual({
      error: { code: 'PORT_BUSY', message: 'Close the other program.', retryable: true },
    });
  });

  it('never includes the text of an unexpected error, which could contain anything', async () => {
    const failing = () => {
      throw new Error('Bearer Atza|secret at /home/someone');
    };
    const answer = await guard(spec, failing, trusted)({}, { n: 1 });
    expect(answer).toMatchObject({ error: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer)).not.toMatch(/Atza|someone/);
  });

  it('names the invalid field', async () => {
    const answer = await guard(
      ipc['invitations.create'],
      vi.fn(),
      trusted,
    )(
      {},
      {
        account: { connectionId: 'c', accountId: 'a' },
        invitees: [{ emailAddress: 'nobody', userName: 'N', role: 'viewer' }],
        notifyInvitedUsers: false,
      },
    );
    expect(answer).toMatchObject({
      error: {
        code: 'INVALID_INPUT',
        details: 'invitees.0.emailAddress',
        message: expect.stringContaining('email address'),
      },
    });
  });
});
