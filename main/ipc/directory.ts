import type { Directory } from '../access/ledger/directory/directory';
import { tableEndings } from '../batches/import/opening/tableFile';
import { dialogsText } from './dialogsText';
import type { ShowOpenFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';

interface DirectoryHandlersDeps {
  readonly directory: Directory;
  readonly chooseFile: ShowOpenFileDialog;
}

export const directoryHandlers = ({
  directory,
  chooseFile,
}: DirectoryHandlersDeps): AreaHandlers<'directory'> => ({
  'directory.file': () => ({ file: directory.file() }),
  'directory.import': async () => {
    const path = await chooseFile({
      title: dialogsText.importDirectory,
      kind: dialogsText.tables,
      endings: tableEndings,
    });
    return { file: path === null ? null : await directory.importFile(path) };
  },
  'directory.forget': () => {
    directory.forget();
    return {};
  },
});
