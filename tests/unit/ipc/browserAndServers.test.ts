import { beforeEach, describe, expect, it } from 'vitest';
import { connectionHandlers } from '../../../main/ipc/connections';
import { redeemHandlers } from '../../../main/ipc/redeem';
import type { ConnectionInput } from '../../../shared/domain/connection/connection';
import { CodedError } from '../../../shared/errors';

// What a command of the page may do only after a person acted or agreed, in the order in which it happens.

let steps: string[];
let mayOpen: boolean;
let agrees: boolean;
beforeEach(() => {
  steps = [];
  mayOpen = false;
  agrees = false;
});

const refused = new CodedError({ code: 'INPUT_NEEDED', message: 'Click first.' });
const reached = (step: string) => () => {
  steps.push(step);
  return Promise.reject(new Error(`${step} was reached`));
};
const mayOpenBrowser = async (): Promise<void> => {
  steps.push('input?');
  // Only later, as when a person is asked.
  await Promise.resolve();
  if (!mayOpen) throw refused;
};
const ask = (): Promise<boolean> => {
  steps.push('servers?');
  return Promise.resolve(agrees);
};

type ConnectionDeps = Parameters<typeof connectionHandlers>[0];
type RedeemDeps = Parameters<typeof redeemHandlers>[0];
const connections = { add: reached('added'), signIn: reached('signed in') };
const redeem = { startTerms: reached('terms') };
const ofConnections = connectionHandlers({
  connections: connections as unknown as ConnectionDeps['connections'],
  ask,
  mayOpenBrowser,
});
const ofRedeem = redeemHandlers({ redeem, mayOpenBrowser } as unknown as RedeemDeps);

const input: ConnectionInput = {
  label: 'Acme',
  region: 'na',
  clientId: 'client',
  endpoints: {
    authorizeUrl: 'https://login.acme.example/ap/oa',
    tokenUrl: 'https://login.acme.example/token',
    profileUrl: 'https://login.acme.example/profile',
    apiUrl: 'https://api.acme.example',
  },
};
const ended = (answer: unknown): Promise<unknown> =>
  Promise.resolve(answer).catch((thrown: unknown) => thrown);

describe('a connection to servers that aren’t Amazon’s', () => {
  it('isn’t created before a person agrees', async () => {
    expect(await ended(ofConnections['connections.add'](input))).toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(steps).toEqual(['servers?']);
  });

  it('is created once they agree', async () => {
    agrees = true;
    await ended(ofConnections['connections.add'](input));
    expect(steps).toEqual(['servers?', 'added']);
  });
});

describe.each([
  [
    'a sign-in',
    'signed in',
    () => ofConnections['connections.signIn']({ connectionId: 'c-1', acceptUserId: null }),
  ],
  [
    'accepting terms',
    'terms',
    () => ofRedeem['redeem.startTerms']({ connectionId: 'c-1', termsType: 'AMC' }),
  ],
] as const)('%s', (_what, step, begin) => {
  it('opens no browser for a command without input', async () => {
    expect(await ended(begin())).toBe(refused);
    expect(steps).toEqual(['input?']);
  });

  it('starts after input', async () => {
    mayOpen = true;
    await ended(begin());
    expect(steps).toEqual(['input?', step]);
  });
});
