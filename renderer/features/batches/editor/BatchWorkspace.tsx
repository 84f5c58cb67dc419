import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useEffect, useId, useState, type ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../shared/text/pluralize';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useConflicts } from '../../../queries/batches';
import type { BatchWriter } from '../../../queries/batchWriter';
import { BatchGrid } from '../grid/BatchGrid';
import { BatchHeader, type BatchDialog } from './BatchHeader';
import { FindingBar } from '../grid/FindingBar';
import { GridToolbar } from '../grid/GridToolbar';
import { FurtherBatches } from '../importing/FurtherBatches';
import { ImportWizard } from '../importing/ImportWizard';
import type { GridStore } from '../gridModel/gridStore';
import { ApprovalNotice } from '../sending/ApprovalNotice';
import { OnlineCheckResult } from '../problems/OnlineCheckResult';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { RejectedRows } from './RejectedRows';
import { useArrivedImport } from '../arriving/useArrivedImport';
import { EditedElsewhere } from './EditedElsewhere';
import { useBatchEditor } from './useBatchEditor';
import { useGridState } from '../grid/useGridState';
import { problemKeys } from '../grid/useGridEvents';
import { useOnlineCheck } from './useOnlineCheck';
import { editorText } from './editorText';
import { WorkspaceDialogs } from './WorkspaceDialogs';

interface BatchWorkspaceProps {
  /** The rows when the screen opened. */
  readonly opened: ChannelOutput<'batches.get'>;
  /** The current batch. */
  readonly batch: Batch;
  /** The row to go to; null: none. */
  readonly rowId: string | null;
  readonly writer: BatchWriter;
}

/** Whether a dialog changes nothing in the batch, so that it is there while another window edits it. */
const canBeRead = (dialog: BatchDialog | null): boolean =>
  dialog?.kind === 'dryRun' || dialog?.kind === 'report';

/** Goes to a row that the screen was opened for. */
function useJumpTo({ jumpTo }: GridStore, rowId: string | null): void {
  useEffect(() => {
    if (rowId !== null) jumpTo(rowId, 'emailAddress');
  }, [jumpTo, rowId]);
}

interface ConflictsNoticeProps {
  /** How many rows changed at Amazon since the draft. */
  readonly count: number;
  readonly isReadOnly: boolean;
  readonly onSettle: () => void;
}

function ConflictsNotice({ count, isReadOnly, onSettle }: ConflictsNoticeProps): ReactElement | null {
  if (count === 0) return null;
  return (
    <Alert
      type="warning"
      header={editorText.conflictsTitle(pluralize(count, 'row'))}
      action={
        <Button disabled={isReadOnly} onClick={onSettle}>
          {editorText.settle}
        </Button>
      }
    >
      {editorText.conflictsBody}
    </Alert>
  );
}

/** The grid with what stands around it. */
export function BatchWorkspace({ opened, batch, rowId, writer }: BatchWorkspaceProps): ReactElement {
  const editor = useBatchEditor(opened, writer);
  const { store, match, saving, saved, added, checkFailed } = editor;
  const [problemsShown, showProblems] = useState(false);
  const [dialog, show] = useState<BatchDialog | null>(null);
  const online = useOnlineCheck(batch.batchId, editor);
  const conflicts = useConflicts(batch.batchId);
  /** Its dialog was closed before the check was complete. */
  const [inBackground, leaveInBackground] = useState(false);
  /** The batches for rows of the last import that didn't fit into this one. */
  const [further, setFurther] = useState<readonly Batch[]>([]);
  const barId = useId();
  const notPasted = useGridState(store, (state) => state.notPasted);
  const isReadOnly = useGridState(store, (state) => state.isReadOnly);
  const close = (): void => show(null);
  const checkOnline = (): void => {
    online.run();
    leaveInBackground(false);
    show({ kind: 'checkOnline' });
  };
  const apply = useCallback(() => show({ kind: 'apply' }), []);
  useJumpTo(store, rowId);
  const arrived = useArrivedImport(batch.batchId);
  if (arrived !== null || dialog?.kind === 'import') {
    return (
      <ImportWizard
        batchId={batch.batchId}
        pasting={dialog?.kind === 'import' && dialog.pasting}
        arrived={arrived?.file ?? null}
        match={match}
        onClose={arrived?.close ?? close}
        onAdded={async (furtherBatches) => {
          setFurther(furtherBatches);
          await added();
          arrived?.added();
        }}
      />
    );
  }
  return (
    <SpaceBetween size="s">
      <BatchHeader {...{ batch, saving, saved, show, checkOnline, isReadOnly }} />
      {writer.writer === 'elsewhere' ? <EditedElsewhere batchId={batch.batchId} /> : null}
      {saving.kind === 'failed' ? (
        <ErrorNotice header={editorText.saveFailed} error={saving.error.toBody()} />
      ) : null}
      <FurtherBatches batches={further} onDismiss={() => setFurther([])} />
      <RejectedRows refused={editor.refused} onDismiss={editor.forgetRefused} />
      {checkFailed === null ? null : (
        <Alert type="warning" header={editorText.checkFailed}>
          {checkFailed}
        </Alert>
      )}
      {notPasted === null ? null : (
        <Alert
          type="warning"
          dismissible
          i18nStrings={{ dismissAriaLabel: editorText.dismiss }}
          onDismiss={store.readNotPasted}
        >
          {notPasted}
        </Alert>
      )}
      <ApprovalNotice batchId={batch.batchId} />
      {inBackground ? <OnlineCheckResult online={online} /> : null}
      <ConflictsNotice
        count={conflicts.length}
        isReadOnly={isReadOnly}
        onSettle={() => show({ kind: 'settle' })}
      />
      <GridToolbar store={store} problemsShown={problemsShown} showProblems={showProblems} onApply={apply} />
      <div className={problemsShown ? 'batch-body with-panel' : 'batch-body'} onKeyDown={problemKeys(store)}>
        <div>
          <BatchGrid store={store} match={match} describedBy={barId} />
          <FindingBar store={store} batchId={batch.batchId} id={barId} />
        </div>
        {problemsShown ? <ProblemsPanel store={store} /> : null}
      </div>
      <WorkspaceDialogs
        dialog={isReadOnly && !canBeRead(dialog) ? null : dialog}
        batch={batch}
        editor={editor}
        conflicts={conflicts}
        online={online}
        onClose={close}
        onLeaveCheck={leaveInBackground}
      />
    </SpaceBetween>
  );
}
