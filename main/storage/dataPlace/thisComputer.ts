import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** A computer as the database knows it. */
export interface Computer {
  /** The same at each start on one computer, and on no other; a hash, since the system's own ID must not be stored. */
  readonly machine: string;
  /** Its name for people. */
  readonly name: string;
}

const execute = promisify(execFile);
const run = async (command: string, parameters: readonly string[]): Promise<string> =>
  (await execute(command, [...parameters], { timeout: 5000, windowsHide: true })).stdout;

/** This computer; identified by name alone if the system gives no ID. */
export async function thisComputer(
  platform: NodeJS.Platform = process.platform,
  ask: (command: string, parameters: readonly string[]) => Promise<string> = run,
): Promise<Computer> {
  const number = machineNumberIn(platform, await machineText(platform, ask).catch(() => ''));
  const name = hostname();
  const machine = createHash('sha256')
    .update(`amc-access-manager ${number ?? name}`)
    .digest('hex');
  return { machine, name };
}

/** Where each system stores its own ID. */
function machineText(
  platform: NodeJS.Platform,
  ask: (command: string, parameters: readonly string[]) => Promise<string>,
): Promise<string> {
  switch (platform) {
    case 'win32':
      return ask('reg', [
        'query',
        String.raw`HKLM\SOFTWARE\Microsoft\Cryptography`,
        '/v',
        'MachineGuid',
        '/reg:64',
      ]);
    case 'darwin':
      return ask('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']);
    default:
      return readFile('/etc/machine-id', 'utf8');
  }
}

/** The ID in a system's output; null if there is none. */
export function machineNumberIn(platform: NodeJS.Platform, text: string): string | null {
  const pattern =
    platform === 'win32'
      ? /MachineGuid\s+REG_SZ\s+([\da-f-]{36})/i
      : platform === 'darwin'
        ? /"IOPlatformUUID"\s*=\s*"([\dA-F-]{36})"/i
        : /^([\da-f]{32})\s*$/i;
  return pattern.exec(text)?.[1]?.toLowerCase() ?? null;
}
