import { execFileSync } from 'node:child_process';
import { startSession } from './session';

/** A D-Bus session with a real keyring of its own, to be locked or blocked without affecting the one of the other tests. */
export interface KeyringSession {
  /** The environment variables a program needs to use this keyring. */
  readonly env: Readonly<Record<string, string>>;
  /** Locks it, as a screen saver does. */
  lock(): void;
  /** Ends the keyring and starts it again, unlocked: its contents are still there. */
  restartUnlocked(): void;
  /** How many of the app's entries it has. It must not be locked. */
  entries(): number;
  /** Makes it stop answering, as while an unlock prompt is open, or answer again. */
  hold(held: boolean): void;
  close(): Promise<void>;
}

export async function startKeyringSession(): Promise<KeyringSession> {
  const { env: own, end } = await startSession({ hasDisplay: false });
  const env = { ...process.env, ...own };
  const call = (destination: string, path: string, method: string, argument: string): string =>
    execFileSync(
      'dbus-send',
      ['--session', '--print-reply', `--dest=${destination}`, path, method, argument],
      {
        env,
        encoding: 'utf8',
      },
    );
  const keyringPid = (): number => {
    const method = 'org.freedesktop.DBus.GetConnectionUnixProcessID';
    const reply = call('org.freedesktop.DBus', '/', method, 'string:org.freedesktop.secrets');
    return Number(/uint32 (\d+)/.exec(reply)?.[1]);
  };
  return {
    env: own,
    lock() {
      const secrets = 'org.freedesktop.secrets';
      const collection = 'array:objpath:/org/freedesktop/secrets/collection/login';
      call(secrets, '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', collection);
    },
    restartUnlocked() {
      execFileSync('gnome-keyring-daemon', ['--replace', '--unlock', '--components=secrets'], {
        env,
        input: 'throw-away\n',
        stdio: ['pipe', 'ignore', 'ignore'],
      });
    },
    entries() {
      const found = call(
        'org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.SearchItems',
        'dict:string:string:service,AMC Access Manager',
      );
      return (found.match(/object path/g) ?? []).length;
    },
    hold(held) {
      process.kill(keyringPid(), held ? 'SIGSTOP' : 'SIGCONT');
    },
    close: end,
  };
}
