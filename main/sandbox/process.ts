import { parseArgs } from 'node:util';
import { startServer } from './server';

/** What the process tells whoever started it, once. */
export type SandboxMessage =
  { readonly type: 'ready'; readonly origin: string } | { readonly type: 'failed'; readonly message: string };

const usage =
  'Usage: sandbox --state <file> [--seed <n>] [--accounts <n>] [--invitations <n>] [--port <n>] [--access-token-seconds <n>]';

/** The end of the pipe to the app, in an Electron utility process. */
interface ParentPort {
  postMessage: (message: SandboxMessage) => void;
}

run().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  announce({ type: 'failed', message }, () => process.exit(1));
});

async function run(): Promise<void> {
  const { state, ...numbers } = readArguments();
  const server = await startServer({
    stateFile: state,
    sample: { seed: numbers.seed, accounts: numbers.accounts, invitations: numbers.invitations },
    port: numbers.port,
    accessTokenSeconds: numbers.accessTokenSeconds,
    now: Date.now,
  });
  const end = (): void => void server.close().then(() => process.exit(0));
  // 'disconnect': the parent of a plain child is gone. A utility process ends with the app by itself.
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, end);
  announce({ type: 'ready', origin: server.origin });
}

/** @param sent is called once the message is on its way, when the process may end */
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

/** @throws Error that shows how to call it */
function readArguments() {
  const { values } = parseArgs({
    options: {
      state: { type: 'string' },
      seed: { type: 'string', default: '1' },
      accounts: { type: 'string', default: '14' },
      invitations: { type: 'string', default: '70' },
      port: { type: 'string', default: '0' },
      'access-token-seconds': { type: 'string', default: '3600' },
    },
  });
  if (values.state === undefined) throw new Error(`--state is missing. ${usage}`);
  return {
    state: values.state,
    seed: wholeNumber('seed', values.seed, 0),
    accounts: wholeNumber('accounts', values.accounts, 1),
    invitations: wholeNumber('invitations', values.invitations, 0),
    port: wholeNumber('port', values.port, 0),
    accessTokenSeconds: wholeNumber('access-token-seconds', values['access-token-seconds'], 1),
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
    throw new Error(`--${name} must be a whole number from ${least} on. ${usage}`);
  }
  return Number(text);
}
