import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { projectRoot } from '../projectRoot';

/** A D-Bus session with a real, unlocked keyring of its own. */
export interface Session {
  /** The environment variables a program needs to be in it. */
  readonly env: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

const ofSession = ['DBUS_SESSION_BUS_ADDRESS', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR'];
const ofDisplay = ['DISPLAY', 'XAUTHORITY'];

/** @throws Error if the session or its display doesn't start */
export async function startSession({ hasDisplay }: { readonly hasDisplay: boolean }): Promise<Session> {
  // As scripts/desktop/playwright.mjs does for the whole run. `cat` ends when this process closes its input, or ends.
  const display = hasDisplay ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24 -noreset'] : [];
  const script = join(projectRoot, 'scripts/desktop/with-secrets.sh');
  const child = spawn('sh', [script, ...display, 'sh', '-c', 'env; echo; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const names = hasDisplay ? [...ofSession, ...ofDisplay] : ofSession;
  const env: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === '') break;
    const [name = '', ...value] = line.split('=');
    if (names.includes(name)) env[name] = value.join('=');
  }
  const missing = names.filter((name) => env[name] === undefined);
  if (missing.length > 0) throw new Error(`The session has no ${missing.join(', ')}.`);
  return {
    env,
    async end() {
      child.stdin.end();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
