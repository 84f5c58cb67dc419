import type { ReactElement } from 'react';
import type { Batch, BatchConflict } from '../../../../shared/domain/batch/batch';
import { useSettings } from '../../../queries/settings';
import { ApplyToSelectionDialog } from '../grid/ApplyToSelectionDialog';
import { CheckOnlineDialog } from '../problems/CheckOnlineDialog';
import { BatchReportDialog } from '../sending/BatchReport';
import { DryRunDialog } from '../sending/DryRunDialog';
import { SendDialog } from '../sending/SendDialog';
import type { BatchDialog } from './BatchHeader';
import type { BatchEditor } from './useBatchEditor';
import type { useOnlineCheck } from './useOnlineCheck';

interface WorkspaceDialogsProps {
  /** The open one; null: none. */
  readonly dialog: BatchDialog | null;
  readonly batch: Batch;
  readonly editor: BatchEditor;
  readonly conflicts: readonly BatchConflict[];
  readonly online: ReturnType<typeof useOnlineCheck>;
  readonly onClose: () => void;
  /** The online check's dialog closes. @param pending whether the check continues without it */
  readonly onLeaveCheck: (pending: boolean) => void;
}

/** The dialog open over the grid, if any. */
export function WorkspaceDialogs(props: WorkspaceDialogsProps): ReactElement | null {
  const { dialog, batch, editor, conflicts, online, onClose, onLeaveCheck } = props;
  const { store, match, saved, reload } = editor;
  const settings = useSettings();
  switch (dialog?.kind) {
    case 'apply':
      return <ApplyToSelectionDialog store={store} match={match} onClose={onClose} />;
    case 'dryRun':
      return <DryRunDialog batch={batch} saved={saved} onClose={onClose} />;
    case 'send':
      return settings === undefined ? null : (
        <SendDialog
          batch={batch}
          rows={store.state().rows}
          selected={store.selectedIds()}
          saved={saved}
          reload={reload}
          onClose={onClose}
        />
      );
    case 'report':
      return <BatchReportDialog batch={batch} onClose={onClose} />;
    case 'checkOnline':
    case 'settle':
      return (
        <CheckOnlineDialog
          batchId={batch.batchId}
          conflicts={conflicts}
          online={online}
          settling={dialog.kind === 'settle'}
          store={store}
          onClose={() => {
            if (dialog.kind === 'checkOnline') onLeaveCheck(online.pending);
            onClose();
          }}
        />
      );
    case 'import':
    case undefined:
      return null;
  }
}
