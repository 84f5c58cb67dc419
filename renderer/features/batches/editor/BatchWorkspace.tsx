import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useEffect, useId, useState, type ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../shared/text/pluralize';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useConflicts } from '../../../queries/batches';
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
}

/** Goes to a row that the screen was opened for. */
function useJumpTo({ jumpTo }: GridStore, rowId: string | null): void {
  useEffect(() => {
    if (rowId !== null) jumpTo(rowId, 'emailAddress');
  }, [jumpTo, rowId]);
}

/** The grid with what stands around it. */
export function BatchWorkspace({ opened, batch, rowId }: BatchWorkspaceProps): ReactElement {
  const editor = useBatchEditor(opened);
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
      <BatchHeader batch={batch} saving={saving} saved={saved} show={show} checkOnline={checkOnline} />
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
      {conflicts.length === 0 ? null : (
        <Alert
          type="warning"
          header={editorText.conflictsTitle(pluralize(conflicts.length, 'row'))}
          action={<Button onClick={() => show({ kind: 'settle' })}>{editorText.settle}</Button>}
        >
          {editorText.conflictsBody}
        </Alert>
      )}
      <GridToolbar store={store} problemsShown={problemsShown} showProblems={showProblems} onApply={apply} />
      <div className={problemsShown ? 'batch-body with-panel' : 'batch-body'} onKeyDown={problemKeys(store)}>
        <div>
          <BatchGrid store={store} match={match} describedBy={barId} />
          <FindingBar store={store} batchId={batch.batchId} id={barId} />
        </div>
        {problemsShown ? <ProblemsPanel store={store} /> : null}
      </div>
      <WorkspaceDialogs
        dialog={dialog}
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
