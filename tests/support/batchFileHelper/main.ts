import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { signatureOf } from '../../../main/approvals/keys/ed25519';
import { createBatchFileHelper } from '../../../main/shell/helpers/batchFileHelper';
import { CodedError } from '../../../shared/errors';
import type { Ends, FileAndKey } from './batchFileApp';

// An app without a window. It makes and reads a batch file by three helpers, and records how each of that ended.

const [folder = ''] = process.argv.slice(-1);
const path = join(folder, 'June.amcbatch');
const { file, secret } = JSON.parse(readFileSync(join(folder, 'input.json'), 'utf8')) as FileAndKey;

async function endOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (thrown) {
    return thrown instanceof CodedError ? thrown.toBody() : String(thrown);
  }
}

async function run(): Promise<Ends> {
  await app.whenReady();
  let signed = 0;
  const write = (entry: string): Promise<unknown> =>
    endOf(() =>
      createBatchFileHelper(join(import.meta.dirname, entry)).write(path, file, (bytes) => {
        signed += 1;
        return signatureOf(bytes, secret);
      }),
    );
  const read = (entry: string): Promise<unknown> =>
    endOf(() => createBatchFileHelper(join(import.meta.dirname, entry)).read(path));
  return {
    dies: [await write('dies.js'), await read('dies.js')],
    babbles: [await write('babbles.js'), await read('babbles.js')],
    signedForThem: signed,
    works: [await write('works.js'), await read('works.js')],
  };
}

void run().then((ends) => {
  writeFileSync(join(folder, 'ends.json'), JSON.stringify(ends));
  app.exit();
});
