import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { totalOf } from '../../../../shared/domain/outbox/runCounts';
import { timeOf } from '../../../components/text/formatTime';
import { useNow } from '../../../components/useNow';
import { useExportBatch, useSetBatchNotify } from '../../../queries/batches';
import { RenameDialog } from './RenameDialog';
import type { SaveState } from './autosave';

/** What can stand over the grid. */
export type BatchDialog =
  | { readonly kind: 'apply' | 'dryRun' | 'checkOnline' | 'settle' | 'send' | 'report' }
  | { readonly kind: 'import'; readonly pasting: boolean };

interface BatchHeaderProps {
  readonly batch: Batch;
  readonly saving: SaveState;
  /** Stores what was typed; throws when that did not work. */
  readonly saved: () => Promise<void>;
  readonly show: (dialog: BatchDialog) => void;
  /** Begins to check against what Amazon says now, and shows it. */
  readonly checkOnline: () => void;
}

/** The batch’s name, how old the facts are that it was checked against, how people will hear of it, and what to do. */
export function BatchHeader({ batch, saving, saved, show, checkOnline }: BatchHeaderProps): ReactElement {
  const [renaming, setRenaming] = useState(false);
  const exporting = useExportBatch(saved);
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
              ariaLabel="Rename the batch"
              onClick={() => setRenaming(true)}
            />
            <SaveSign saving={saving} />
          </span>
        }
        description={<FactsAge factsAsOf={batch.factsAsOf} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ButtonDropdown
              items={[
                { id: 'file', text: 'From a file' },
                { id: 'text', text: 'From pasted text' },
              ]}
              onItemClick={({ detail }) => show({ kind: 'import', pasting: detail.id === 'text' })}
            >
              Import
            </ButtonDropdown>
            <ButtonDropdown
              loading={exporting.isPending}
              items={[
                { id: 'xlsx', text: 'Excel workbook' },
                { id: 'csv', text: 'CSV' },
              ]}
              onItemClick={({ detail }) => exportAs(detail.id === 'csv' ? 'csv' : 'xlsx')}
            >
              Export
            </ButtonDropdown>
            <Button onClick={checkOnline}>Check online</Button>
            <Button onClick={() => show({ kind: 'dryRun' })}>Dry run</Button>
            {wasSent(batch) ? <Button onClick={() => show({ kind: 'report' })}>Report</Button> : null}
            <Button variant="primary" onClick={() => show({ kind: 'send' })}>
              Send
            </Button>
          </SpaceBetween>
        }
      >
        {batch.name}
      </Header>
      <NotifyPicker batch={batch} />
      {renaming ? <RenameDialog batch={batch} onClose={() => setRenaming(false)} /> : null}
    </SpaceBetween>
  );
}

const wasSent = ({ counts }: Batch): boolean => totalOf(counts) > 0;

const saveTexts: Readonly<Record<SaveState['kind'], readonly ['success' | 'in-progress' | 'error', string]>> =
  {
    saved: ['success', 'Saved'],
    saving: ['in-progress', 'Saving'],
    failed: ['error', 'Not saved'],
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
  return (
    <>
      {factsAsOf === null
        ? 'Not all of its accounts were read from Amazon yet. Check online reads them.'
        : `Facts as of ${timeOf(factsAsOf, now)}. Check online reads them again.`}
    </>
  );
}

/** Nothing is proposed: this decides whether strangers get mail. */
function NotifyPicker({ batch: { batchId, notify } }: { readonly batch: Batch }): ReactElement {
  const { mutate } = useSetBatchNotify();
  return (
    <span className="inline-row wide">
      <Box variant="awsui-key-label">How will people hear of it?</Box>
      <SegmentedControl
        label="How will people hear of it?"
        selectedId={notify === null ? null : String(notify)}
        options={[
          { id: 'true', text: 'Amazon sends e-mail' },
          { id: 'false', text: 'I share the links' },
        ]}
        onChange={({ detail }) => mutate({ batchId, notify: detail.selectedId === 'true' })}
      />
      {notify === null ? (
        <StatusIndicator type="warning">Choose one: until then sending is blocked.</StatusIndicator>
      ) : null}
    </span>
  );
}
