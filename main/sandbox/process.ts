import { obeyParent } from './control/parent';
import { createServers } from './servers';

/** The one message of the process to its starter. */
export type SandboxMessage =
  { readonly type: 'ready'; readonly origin: string } | { readonly type: 'failed'; readonly message: string };

/** The process's end of the channel to the app, in an Electron utility process. */
interface ParentPort {
  postMessage: (message: SandboxMessage) => void;
}

run().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  announce({ type: 'failed', message }, () => process.exit(1));
});

async function run(): Promise<void> {
  const servers = createServers();
  const { origin } = await servers.start(process.argv.slice(2));
  const end = (): void => void servers.close().then(() => process.exit(0));
  // 'disconnect': the parent of a plain child is gone. A utility process ends with the app anyway.
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, end);
  if (process.send !== undefined) obeyParent(servers.obey);
  announce({ type: 'ready', origin });
}

/** @param sent called once the message is sent, when the process may end */
function announce(message: SandboxMessage, sent: () => void = () => undefined): void {
  const { parentPort } = process as { readonly parentPort?: ParentPort };
  if (process.send !== undefined) {
    process.send(message, sent);
    return;
  }
  if (parentPort !== undefined) parentPort.postMessage(message);
  else
    process.stdout.write(
      message.type === 'ready' ? `Sandbox ready: ${message.origin}\n` : `${message.message}\n`,
    );
  sent();
}
