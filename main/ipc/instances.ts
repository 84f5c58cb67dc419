import { basename } from 'node:path';
import { isoDay } from '../../shared/text/formats';
import type { InstanceWorkList } from '../access/instances/work/instanceWork';
import type { TaskLists } from '../access/instances/tasks/taskLists';
import { tableEndings } from '../batches/import/opening/tableFile';
import type { TableToWrite } from '../batches/tables/request';
import { dialogsText } from './dialogsText';
import type { ShowOpenFileDialog, ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';

interface InstanceHandlersDeps {
  readonly instanceWork: InstanceWorkList;
  readonly taskLists: TaskLists;
  /** Opens the page on which an account's admins add people. @returns false if no browser could be started */
  readonly openConsole: (connectionId: string, accountId: string) => Promise<boolean>;
  readonly mayOpenBrowser: () => Promise<void>;
  readonly chooseFile: ShowOpenFileDialog;
  readonly chooseNewFile: ShowSaveFileDialog;
  readonly writeTable: (table: TableToWrite) => Promise<void>;
  /** ms since 1970. */
  readonly now: () => number;
}

export const instanceHandlers = ({
  instanceWork,
  taskLists,
  openConsole,
  mayOpenBrowser,
  chooseFile,
  chooseNewFile,
  writeTable,
  now,
}: InstanceHandlersDeps): AreaHandlers<'instances'> => ({
  'instances.list': instanceWork.list,
  'instances.counts': instanceWork.counts,
  'instances.tickOff': ({ people }) => instanceWork.tickOff(people),
  'instances.takeBack': ({ people }) => instanceWork.takeBack(people),
  'instances.plan': instanceWork.plan,
  'instances.track': ({ which }) => instanceWork.track(which),
  'instances.openConsole': async ({ account: { connectionId, accountId } }) => {
    await mayOpenBrowser();
    return { opened: await openConsole(connectionId, accountId) };
  },
  'instances.exportTasks': async ({ format, states }) => {
    const name = dialogsText.taskListFile(isoDay(now()), format);
    const file = await chooseNewFile({ title: dialogsText.exportTaskList, name });
    if (file === null) return { saved: false, tasks: 0 };
    const rows = await taskLists.rows(states);
    await writeTable({ file, format, rows });
    return { saved: true, fileName: basename(file), tasks: rows.length - 1 };
  },
  'instances.openTasks': async () => {
    const path = await chooseFile({
      title: dialogsText.openTaskList,
      kind: dialogsText.tables,
      endings: tableEndings,
    });
    return { preview: path === null ? null : await taskLists.open(path) };
  },
  'instances.addTasks': ({ previewId }) => taskLists.add(previewId),
  'instances.closeTasks': () => {
    taskLists.close();
    return {};
  },
});
