import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdsClient } from '../../../main/amazonAds/client/client';
import { createAgentFetch } from '../../../main/network/agentFetch';
import { createAgents } from '../../../main/network/agents';
import { keepCertificateChecks } from '../../../main/network/certificateChecks';
import { startRecordingProxy, type RecordingProxy } from '../../support/network/recordingProxy';
import { startTlsFront, type TlsFront } from '../../support/network/tlsFront';
import { startTunnelProxy, type TunnelProxy } from '../../support/network/tunnelProxy';

const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
let amazon: RecordingProxy;
let front: TlsFront;
let tunnel: TunnelProxy;

beforeEach(async () => {
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  amazon = await startRecordingProxy('http://127.0.0.1:9');
  front = await startTlsFront(amazon.origin);
  tunnel = await startTunnelProxy();
});

afterEach(async () => {
  if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  await Promise.all([tunnel.close(), front.close(), amazon.close()]);
});

describe('an environment variable that turns off certificate checks', () => {
  // The https proxy is tested alone: its own certificate is refused, before it learns the destination.
  it.each([
    ['directly', () => null],
    ['through a tunnel', () => tunnel.address],
    ['through a proxy that speaks HTTPS', () => front.origin],
  ])('is ignored %s: nothing is sent to a server with an untrusted certificate', async (_route, proxy) => {
    const agentFor = createAgents(() => Promise.resolve(proxy()));
    const client = createAdsClient(
      { apiUrl: front.origin, clientId: 'client', getToken: () => Promise.resolve('Atza|token') },
      { agentFor, pause: () => Promise.resolve() },
    );
    const change = { method: 'POST', path: '/user-invitations', mediaType: 'application/json' } as const;
    await expect(client.change({ ...change, body: Buffer.from('{}') })).rejects.toMatchObject({
      code: 'NETWORK',
      outcome: 'notSent',
    });
    const request = createAgentFetch(agentFor)(`${front.origin}/auth/o2/token`, {
      method: 'POST',
      headers: {},
      body: 'grant_type=refresh_token',
      signal: AbortSignal.timeout(5000),
    });
    await expect(request).rejects.toMatchObject({ code: expect.stringMatching(/CERT|UNABLE_TO_VERIFY/) });
    expect(front.requests()).toBe(0);
  });

  it('is removed for everything that follows, and reported', () => {
    expect(keepCertificateChecks(process.env)).toBe(true);
    expect(process.env['NODE_TLS_REJECT_UNAUTHORIZED']).toBeUndefined();
    expect(keepCertificateChecks(process.env)).toBe(false);
    expect(keepCertificateChecks({ NODE_TLS_REJECT_UNAUTHORIZED: '1' })).toBe(false);
  });
});
