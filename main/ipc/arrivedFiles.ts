import type { ArrivedFiles } from '../batches/import/opening/arrivedFiles';
import type { Imports } from '../batches/import/imports';
import type { AreaHandlers } from './handlers';

/** Batch channels that handle files from outside the app's own dialogs. */
export type ArrivedFileHandlers = Pick<
  AreaHandlers<'batches'>,
  'batches.dropFile' | 'batches.arrivedFile' | 'batches.dismissArrived' | 'batches.openArrived'
>;

export function arrivedFileHandlers(
  files: ArrivedFiles,
  imports: Pick<Imports, 'open'>,
): ArrivedFileHandlers {
  return {
    'batches.dropFile': async ({ path }) => ({ file: await files.drop(path) }),
    'batches.arrivedFile': files.waiting,
    'batches.dismissArrived': () => {
      files.dismiss();
      return {};
    },
    'batches.openArrived': async ({ batchId, fileId }) => ({
      preview: await imports.open(batchId, { file: files.pathOf(fileId, 'table') }),
    }),
  };
}
