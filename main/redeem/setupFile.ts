import { open } from 'node:fs/promises';
import type { Connection } from '../../shared/domain/connection/connection';
import { connectionSetup, type ConnectionSetup } from '../../shared/domain/redeem/redeem';
import { CodedError } from '../../shared/errors';
import { parseJsonFile } from '../../shared/text/jsonText';
import { saveFile } from '../files/saveFile';
import { redeemErrorText } from './redeemErrorText';

/** The file's own marker; a file without it is another program's. */
const kind = 'AMC Access Manager set-up';
/** In bytes: a setup takes a few hundred. */
const maxFileBytes = 16_384;

/**
 * Writes what may be shared of a connection: never its secret, never its endpoints.
 * @throws see `saveFile`
 */
export async function saveSetup(file: string, connection: Connection): Promise<void> {
  const { label, region, clientId, returnPort } = connection;
  const setup: ConnectionSetup = { label, region, clientId, returnPort };
  await saveFile(file, [`${JSON.stringify({ kind, ...setup }, null, 2)}\n`]);
}

/**
 * Reads a setup file a person selected.
 * @throws CodedError INVALID_INPUT when it can't be read or isn't one
 */
export async function readSetup(file: string): Promise<ConnectionSetup> {
  const { kind: kindInFile, ...fields } = fieldsIn(await textOf(file));
  const setup = connectionSetup.safeParse(fields);
  if (kindInFile === kind && setup.success) return setup.data;
  throw noSetup();
}

async function textOf(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(() => {
    throw noSetup(redeemErrorText.notOpened);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(maxFileBytes + 1), 0, maxFileBytes + 1, 0);
    if (bytesRead > maxFileBytes) throw noSetup();
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value = parseJsonFile(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const noSetup = (message = redeemErrorText.noSetupFile): CodedError =>
  new CodedError({ code: 'INVALID_INPUT', message });
