import { describe, expect, test } from 'vitest';
import { openBridge } from '../../../renderer/bridge/openBridge';
import { channels } from '../../../shared/bridge/channels';
import { CodedError } from '../../../shared/errors';
import type { Bridge } from '../../../shared/bridge/ipc';

/** A bridge whose `accounts.list` does what the test wants; nothing else is called. */
function bridgeWith(list: (input: unknown) => Promise<unknown>) {
  const areas = Object.fromEntries(Object.keys(channels).map((area) => [area, {}]));
  return openBridge({ ...areas, accounts: { list } } as unknown as Bridge);
}

describe('calling the app', () => {
  test('returns what the envelope contains', async () => {
    const inputs: unknown[] = [];
    const api = bridgeWith((input) => {
      inputs.push(input);
      return Promise.resolve({ ok: { accounts: [] } });
    });
    await expect(api.accounts.list({ search: 'acme' })).resolves.toEqual({ accounts: [] });
    expect(inputs).toEqual([{ search: 'acme' }]);
  });

  test('throws the error in the envelope, complete', async () => {
    const error = {
      code: 'FORBIDDEN',
      message: 'You may not.',
      retryable: false,
      requestId: 'R1',
      details: 'ACCESS_DENIED',
    };
    const thrown = await bridgeWith(() => Promise.resolve({ error }))
      .accounts.list({})
      .catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(CodedError);
    expect((thrown as CodedError).toBody()).toEqual(error);
  });

  test('reports a broken bridge like any failure, without its internal message', async () => {
    const api = bridgeWith(() => Promise.reject(new Error('token Atza|secret')));
    const thrown = await api.accounts.list({}).catch((caught: unknown) => caught);
    expect(thrown).toMatchObject({ code: 'INTERNAL' });
    expect(JSON.stringify(thrown) + String(thrown)).not.toContain('Atza');
  });
});
