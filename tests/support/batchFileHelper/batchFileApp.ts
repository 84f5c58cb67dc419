import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewFile } from '../../../main/approvals/file/batchFile';
import { projectRoot } from '../projectRoot';
import { runSmallApp } from '../desktop/smallApp';

/** What is to be made, and the private key that signs it. */
export interface FileAndKey {
  readonly file: NewFile;
  readonly secret: string;
}

/** How making and then reading a file ended, by what the helper does: a file, or the error that the person sees. */
export interface Ends extends Readonly<Record<'dies' | 'babbles' | 'works', readonly [unknown, unknown]>> {
  /** How often something was signed before the helper that works was asked. */
  readonly signedForThem: number;
}

/**
 * Has Electron make and read a batch file, using the product's own code around helpers that fail, and one that is the product's.
 * @param folder an empty one, for the built app, its profile and its files
 */
export async function useBatchFileHelpers(folder: string, input: FileAndKey): Promise<Ends> {
  writeFileSync(join(folder, 'input.json'), JSON.stringify(input));
  const program = (name: string): string => join(import.meta.dirname, `${name}.ts`);
  await runSmallApp(
    folder,
    {
      ...{ main: program('main'), dies: program('dies'), babbles: program('babbles') },
      works: join(projectRoot, 'main/batches/approving/batchFiles/process.ts'),
    },
    [],
  );
  return JSON.parse(readFileSync(join(folder, 'ends.json'), 'utf8')) as Ends;
}
