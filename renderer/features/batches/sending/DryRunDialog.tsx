import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import type { Batch, DryRun } from '../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Figures } from '../../../components/Figures';
import { useDryRun, useDryRunCall } from '../../../queries/batches';

interface DryRunDialogProps {
  readonly batch: Batch;
  /** Stores what was typed; throws when that did not work. */
  readonly saved: () => Promise<void>;
  readonly onClose: () => void;
}

/** What sending would do, in numbers, with the exact text of every call. Nothing is called. */
export function DryRunDialog({ batch, saved, onClose }: DryRunDialogProps): ReactElement {
  const { mutate, data, error } = useDryRun(saved);
  const [shown, setShown] = useState<DryRun['accounts'][number] | null>(null);
  const { batchId } = batch;
  // Once: the dialog shows the batch as it was when it was asked.
  const start = useEffectEvent(() => {
    mutate({ batchId });
  });
  useEffect(() => {
    start();
  }, []);
  return (
    <Modal
      visible
      size="large"
      header={shown === null ? 'Dry run' : `Calls for ${shown.accountName}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {shown === null ? null : (
              <Button variant="link" onClick={() => setShown(null)}>
                Back to the dry run
              </Button>
            )}
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {error !== null ? (
        <ErrorNotice header="The dry run did not work" error={error.toBody()} />
      ) : data === undefined ? (
        <StatusIndicator type="loading">Counting</StatusIndicator>
      ) : shown !== null ? (
        <Calls batchId={batchId} account={shown} />
      ) : (
        <Numbers dryRun={data.dryRun} notify={batch.notify} show={setShown} />
      )}
    </Modal>
  );
}

interface NumbersProps {
  readonly dryRun: DryRun;
  readonly notify: boolean | null;
  readonly show: (account: DryRun['accounts'][number]) => void;
}

function Numbers({ dryRun, notify, show }: NumbersProps): ReactElement {
  const { invitations, admins, calls, emails, blocked, blockedRows, sent, accounts, estimateMs } = dryRun;
  return (
    <SpaceBetween size="m">
      <Box>Nothing was called. This is what sending the batch as it stands would do.</Box>
      <Figures
        figures={[
          ['Invitations', invitations],
          ['Admins among them', admins],
          ['Accounts', accounts.length],
          ['Calls to Amazon', calls],
          ['E-mails that would go out', notify === null ? 'Not chosen yet' : emails],
          ['Time it would take', durationText(estimateMs)],
          ['Sent already', sent],
        ]}
      />
      {blocked.length === 0 ? (
        <StatusIndicator type="success">No row is held back.</StatusIndicator>
      ) : (
        <Table
          variant="embedded"
          header={
            <>
              <Box variant="h3">Rows that won’t be sent ({formatNumber(blockedRows)})</Box>
              <Box color="text-body-secondary">A row with several errors is counted under each of them.</Box>
            </>
          }
          ariaLabels={{ tableLabel: 'Rows that won’t be sent' }}
          items={blocked}
          trackBy="code"
          columnDefinitions={[
            { id: 'rows', header: 'Rows', width: 80, cell: ({ rows }) => formatNumber(rows) },
            { id: 'why', header: 'Why', isRowHeader: true, cell: ({ message }) => message },
          ]}
          wrapLines
        />
      )}
      <Table
        variant="embedded"
        header={<Box variant="h3">By account</Box>}
        ariaLabels={{ tableLabel: 'By account' }}
        items={accounts}
        trackBy={({ account }) => `${account.connectionId} ${account.accountId}`}
        empty="No invitation would go out."
        columnDefinitions={[
          { id: 'account', header: 'Account', isRowHeader: true, cell: ({ accountName }) => accountName },
          { id: 'invitations', header: 'Invitations', cell: (each) => formatNumber(each.invitations) },
          { id: 'admins', header: 'Admins', cell: (each) => formatNumber(each.admins) },
          { id: 'calls', header: 'Calls', cell: (each) => formatNumber(each.calls) },
          {
            id: 'json',
            header: 'Exact text',
            cell: (each) => (
              <Button
                variant="inline-link"
                ariaLabel={`Show the calls for ${each.accountName}`}
                onClick={() => show(each)}
              >
                Show
              </Button>
            ),
          },
        ]}
      />
    </SpaceBetween>
  );
}

interface CallsProps {
  readonly batchId: string;
  readonly account: DryRun['accounts'][number];
}

function Calls({ batchId, account: { account, calls } }: CallsProps): ReactElement {
  const [call, setCall] = useState(0);
  const { body, error } = useDryRunCall({ batchId, account, call });
  const options = Array.from({ length: calls }, (_, index) => ({
    value: String(index),
    label: `Call ${index + 1} of ${calls}`,
  }));
  return (
    <SpaceBetween size="m">
      {calls < 2 ? null : (
        <FormField label="Call">
          <Select
            selectedOption={options[call] ?? null}
            options={options}
            onChange={({ detail }) => setCall(Number(detail.selectedOption.value))}
          />
        </FormField>
      )}
      {error === null ? null : <ErrorNotice header="Could not make the call’s text" error={error.toBody()} />}
      {body === undefined ? null : (
        <>
          <Box color="text-body-secondary">
            {pluralize(body.length, 'character')} of JSON, exactly as it would go out.
          </Box>
          <pre className="raw-answer" tabIndex={0} aria-label="The call’s exact text">
            {body}
          </pre>
        </>
      )}
    </SpaceBetween>
  );
}

/** In one unit, rounded up: an estimate is no promise. */
function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `about ${pluralize(Math.max(1, seconds), 'second')}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60
    ? `about ${pluralize(minutes, 'minute')}`
    : `about ${pluralize(Math.ceil(minutes / 60), 'hour')}`;
}
