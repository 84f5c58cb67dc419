import { sandboxClient, sandboxEndpoints } from '../../../main/sandbox/endpoints';
import { freePort } from '../network/freePort';
import { startRecordingProxy, type RecordingProxy } from '../network/recordingProxy';
import { startSandbox, type RunningSandbox, type SandboxStart } from '../amazon/sandbox';
import type { ConnectionForm } from './screens';

/** The test's own Amazon: a sandbox in another process, and a proxy in front of it that records and can lose answers. */
export interface TestAmazon {
  readonly sandbox: RunningSandbox;
  readonly proxy: RecordingProxy;
  /** What to enter under "Connect Amazon Ads" to reach it. */
  readonly form: Required<ConnectionForm>;
  /** Every secret it has issued so far, and the client secret. */
  secrets(): string[];
  stop(): Promise<void>;
}

export async function startAmazon(name: string, options: SandboxStart = {}): Promise<TestAmazon> {
  const sandbox = await startSandbox(options);
  const proxy = await startRecordingProxy(sandbox.origin);
  return {
    sandbox,
    proxy,
    form: {
      name,
      clientId: sandboxClient.clientId,
      clientSecret: sandboxClient.clientSecret,
      returnPort: await freePort(),
      endpoints: sandboxEndpoints(proxy.origin),
    },
    secrets: () => [sandboxClient.clientSecret, ...proxy.calls.flatMap(({ answer }) => tokensIn(answer))],
    async stop() {
      await proxy.close();
      await sandbox.stop();
    },
  };
}

const tokensIn = (answer: string): string[] => answer.match(/Atz[ar]\|[\w-]+/g) ?? [];
