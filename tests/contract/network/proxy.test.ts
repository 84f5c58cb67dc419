import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdsClient } from '../../../main/amazonAds/client/client';
import { createAgentFetch } from '../../../main/network/agentFetch';
import { createAgents } from '../../../main/network/agents';
import { proxiesFrom } from '../../../main/network/systemProxy';
import { startRecordingProxy, type RecordingProxy } from '../../support/network/recordingProxy';
import { startTlsFront, type TlsFront } from '../../support/network/tlsFront';
import { startTunnelProxy, type TunnelProxy } from '../../support/network/tunnelProxy';

let amazon: RecordingProxy;
let front: TlsFront;
let proxy: TunnelProxy;

beforeEach(async () => {
  amazon = await startRecordingProxy('http://127.0.0.1:9');
  front = await startTlsFront(amazon.origin);
  proxy = await startTunnelProxy();
});

afterEach(async () => {
  await Promise.all([proxy.close(), front.close(), amazon.close()]);
});

const change = {
  method: 'POST',
  path: '/user-invitations',
  mediaType: 'application/json',
  body: Buffer.from('{}'),
} as const;

function clientThrough(answerOfSettings: string, apiUrl = front.origin) {
  const agentFor = createAgents(() => Promise.resolve(proxiesFrom(answerOfSettings)[0]));
  return createAdsClient(
    { apiUrl, clientId: 'client', getToken: () => Promise.resolve('Atza|token') },
    { agentFor, pause: () => Promise.resolve() },
  );
}

describe('the system’s proxy', () => {
  it('gets a tunnel request to Amazon; an untrusted certificate ends it there, and nothing is sent', async () => {
    const { host } = new URL(proxy.address);
    const failed = clientThrough(`PROXY ${host}; DIRECT`).change(change);
    await expect(failed).rejects.toMatchObject({
      code: 'NETWORK',
      message: expect.stringContaining('certificate that isn’t trusted'),
    });
    expect(proxy.targets).toEqual([new URL(front.origin).host]);
    expect(front.requests()).toBe(0);
  });

  it.each([407, 502])(
    'that refuses with %i is named as the cause; the change is not in doubt',
    async (status) => {
      const refusing = await startTunnelProxy(status);
      const failed = clientThrough(`PROXY ${new URL(refusing.address).host}`).change(change);
      await expect(failed).rejects.toMatchObject({
        code: 'NETWORK',
        outcome: 'notSent',
        message: expect.stringContaining('The proxy of this network'),
      });
      expect(refusing.targets).toHaveLength(1);
      await refusing.close();
    },
  );

  it('is used by a sign-in too', async () => {
    const agentFor = createAgents(() => Promise.resolve(proxy.address));
    const request = createAgentFetch(agentFor)(`${front.origin}/auth/o2/token`, {
      method: 'POST',
      headers: {},
      body: 'grant_type=refresh_token',
      signal: AbortSignal.timeout(5000),
    });
    await expect(request).rejects.toThrow();
    expect(proxy.targets).toEqual([new URL(front.origin).host]);
    expect(front.requests()).toBe(0);
  });

  it('never sees plain HTTP to this computer', async () => {
    const failed = clientThrough(`PROXY ${new URL(proxy.address).host}`, amazon.origin).change(change);
    await expect(failed).rejects.toThrow();
    expect(proxy.targets).toEqual([]);
  });

  it('of an unsupported kind is named, and nothing is sent', async () => {
    await expect(clientThrough('SOCKS5 127.0.0.1:1080').change(change)).rejects.toMatchObject({
      code: 'NETWORK',
      outcome: 'notSent',
      message: expect.stringContaining('SOCKS'),
    });
    expect(front.requests()).toBe(0);
  });
});
