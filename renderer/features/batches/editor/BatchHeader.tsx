import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { sentRowsIn } from '../../../../shared/domain/batch/rowState';
import { OpenWindowButton } from '../../../components/OpenWindowButton';
import { timeOf } from '../../../components/text/formatTime';
import { useNow } from '../../../components/useNow';
import { useOffersApproval } from '../../../navigation/approvalOffer';
import { isOwnWindow } from '../../../navigation/ownWindow';
import { useOffersExport } from '../../../navigation/exportOffer';
import { useExportForApproval } from '../../../queries/approvals';
import { useExportBatch, useSetBatchNotify } from '../../../queries/batches';
import { useOpenInWindow } from '../../../queries/windows';
import { RenameDialog } from './RenameDialog';
import type { SaveState } from './autosave';
import { editorText } from './editorText';

/** What can be shown over the grid. */
export type BatchDialog =
  | { readonly kind: 'apply' | 'dryRun' | 'checkOnline' | 'settle' | 'send' | 'report' }
  | { readonly kind: 'import'; readonly pasting: boolean };

interface BatchHeaderProps {
  readonly batch: Batch;
  readonly saving: SaveState;
  /** Stores what was typed; throws if that failed. */
  readonly saved: () => Promise<void>;
  readonly show: (dialog: BatchDialog) => void;
  /** Starts a check against Amazon's current data, and shows it. */
  readonly checkOnline: () => void;
  /** Another window edits it: what changes the batch or sends it is off. */
  readonly isReadOnly: boolean;
}

/** The batch’s name, the age of the facts it was checked against, how people will be notified, and the actions. */
export function BatchHeader(props: BatchHeaderProps): ReactElement {
  const { batch, saving, saved, show, checkOnline, isReadOnly } = props;
  const [renaming, setRenaming] = useState(false);
  const openInWindow = useOpenInWindow();
  const exporting = useExportBatch(saved);
  const hasRows = batch.counts.rows > 0;
  useOffersExport(hasRows);
  const asking = useExportForApproval(saved);
  const askApproval = (): void => asking.mutate({ batchId: batch.batchId });
  useOffersApproval(hasRows, askApproval);
  const exportAs = (format: 'csv' | 'xlsx'): void => {
    exporting.mutate({ batchId: batch.batchId, format });
  };
  return (
    <SpaceBetween size="xs">
      <Header
        variant="h1"
        info={
          <span className="inline-row">
            <Button
              variant="inline-icon"
              iconName="edit"
              ariaLabel={editorText.renameBatch}
              disabled={isReadOnly}
              onClick={() => setRenaming(true)}
            />
            {isReadOnly ? null : <SaveSign saving={saving} />}
          </span>
        }
        description={hasRows ? <FactsAge factsAsOf={batch.factsAsOf} /> : editorText.noRows}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ButtonDropdown
              disabled={isReadOnly}
              items={[
                { id: 'file', text: editorText.importFile },
                { id: 'text', text: editorText.importPasted },
              ]}
              onItemClick={({ detail }) => show({ kind: 'import', pasting: detail.id === 'text' })}
            >
              {editorText.importMenu}
            </ButtonDropdown>
            <div className="export-button">
              <ButtonDropdown
                loading={exporting.isPending || asking.isPending}
                disabled={!hasRows}
                items={[
                  { id: 'xlsx', text: editorText.excelWorkbook },
                  { id: 'csv', text: editorText.csv },
                  { id: 'approval', text: editorText.forApproval },
                ]}
                onItemClick={({ detail }) =>
                  detail.id === 'approval' ? askApproval() : exportAs(detail.id === 'csv' ? 'csv' : 'xlsx')
                }
              >
                {editorText.exportMenu}
              </ButtonDropdown>
            </div>
            <Button disabled={isReadOnly} onClick={checkOnline}>
              {editorText.checkOnline}
            </Button>
            <Button onClick={() => show({ kind: 'dryRun' })}>{editorText.dryRun}</Button>
            {wasSent(batch) ? (
              <Button onClick={() => show({ kind: 'report' })}>{editorText.report}</Button>
            ) : null}
            {isOwnWindow ? null : (
              <OpenWindowButton onOpen={() => openInWindow({ screen: 'batch', batchId: batch.batchId })} />
            )}
            <Button variant="primary" disabled={isReadOnly} onClick={() => show({ kind: 'send' })}>
              {editorText.send}
            </Button>
          </SpaceBetween>
        }
      >
        {batch.name}
      </Header>
      <NotifyPicker batch={batch} isReadOnly={isReadOnly} />
      {renaming ? <RenameDialog batch={batch} onClose={() => setRenaming(false)} /> : null}
    </SpaceBetween>
  );
}

const wasSent = ({ counts }: Batch): boolean => sentRowsIn(counts) > 0;

const saveTexts: Readonly<Record<SaveState['kind'], readonly ['success' | 'in-progress' | 'error', string]>> =
  {
    saved: ['success', 'Saved'],
    saving: ['in-progress', 'Saving'],
    failed: ['error', editorText.notSaved],
  };

function SaveSign({ saving }: { readonly saving: SaveState }): ReactElement {
  const [type, text] = saveTexts[saving.kind];
  return (
    <Box display="inline" fontWeight="normal" fontSize="body-s">
      <StatusIndicator type={type}>{text}</StatusIndicator>
    </Box>
  );
}

function FactsAge({ factsAsOf }: { readonly factsAsOf: number | null }): ReactElement {
  const now = useNow();
  return <>{factsAsOf === null ? editorText.factsMissing : editorText.factsAsOf(timeOf(factsAsOf, now))}</>;
}

/** No default: this decides whether strangers get email. */
function NotifyPicker({
  batch: { batchId, notify },
  isReadOnly,
}: Pick<BatchHeaderProps, 'batch' | 'isReadOnly'>): ReactElement {
  const { mutate } = useSetBatchNotify();
  return (
    <span className="inline-row wide">
      <Box variant="awsui-key-label">{editorText.notifyLabel}</Box>
      <SegmentedControl
        label={editorText.notifyLabel}
        selectedId={notify === null ? null : String(notify)}
        options={[
          { id: 'true', text: editorText.notifyByAmazon, disabled: isReadOnly },
          { id: 'false', text: editorText.notifyByLinks, disabled: isReadOnly },
        ]}
        onChange={({ detail }) => mutate({ batchId, notify: detail.selectedId === 'true' })}
      />
      {notify === null ? <StatusIndicator type="warning">{editorText.notifyMissing}</StatusIndicator> : null}
    </span>
  );
}
