import { basename } from 'node:path';
import { isoDay } from '../../shared/text/formats';
import type { Activity } from '../activity/activity';
import type { ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';
import { dialogsText } from './dialogsText';

interface ActivityDeps {
  readonly activity: Activity;
  readonly chooseNewFile: ShowSaveFileDialog;
  /** ms since 1970. */
  readonly now: () => number;
}

export const activityHandlers = ({
  activity,
  chooseNewFile,
  now,
}: ActivityDeps): AreaHandlers<'activity'> => ({
  'activity.list': (query) => activity.list(query),
  'activity.export': async (filter) => {
    const name = dialogsText.activityFile(isoDay(now()));
    const file = await chooseNewFile({ title: dialogsText.exportActivity, name });
    if (file === null) return { saved: false, entries: 0 };
    const entries = await activity.exportTo(file, filter);
    return { saved: true, fileName: basename(file), entries };
  },
});
