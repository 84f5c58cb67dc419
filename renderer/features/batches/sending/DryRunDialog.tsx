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
import { PlannedNote } from './PlannedNote';
import { PlannedTable } from './PlannedTable';
import { useDryRun, useDryRunCall } from '../../../queries/batches';
import { sendingText } from './sendingText';
import { accountRefKey } from '../../../../shared/util/accountKey';

interface DryRunDialogProps {
  readonly batch: Batch;
  /** Stores what was typed; throws if that failed. */
  readonly saved: () => Promise<void>;
  readonly onClose: () => void;
}

/** What sending would do, in numbers, with the exact text of every call. Calls nothing. */
export function DryRunDialog({ batch, saved, onClose }: DryRunDialogProps): ReactElement {
  const { mutate, data, error } = useDryRun(saved);
  const [shown, setShown] = useState<DryRun['accounts'][number] | null>(null);
  const { batchId } = batch;
  // Once: the dialog shows the batch as it was when the dialog opened.
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
      header={shown === null ? sendingText.dryRunTitle : sendingText.callsTitle(shown.accountName)}
      closeAriaLabel={sendingText.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {shown === null ? null : (
              <Button variant="link" onClick={() => setShown(null)}>
                {sendingText.backToDryRun}
              </Button>
            )}
            <Button variant="primary" onClick={onClose}>
              {sendingText.close}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {error !== null ? (
        <ErrorNotice header={sendingText.dryRunFailed} error={error.toBody()} />
      ) : data === undefined ? (
        <StatusIndicator type="loading">{sendingText.counting}</StatusIndicator>
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
  const { invitations, admins, calls, emails, blocked, blockedRows, sent, accounts, estimateMs, planned } =
    dryRun;
  return (
    <SpaceBetween size="m">
      <Box>{sendingText.dryRunBody}</Box>
      <Figures
        figures={[
          ['Invitations', invitations],
          [sendingText.adminsFigure, admins],
          [sendingText.plannedFigure, planned],
          ['Accounts', accounts.length],
          [sendingText.callsFigure, calls],
          [sendingText.emailsFigure, notify === null ? sendingText.emailsUndecided : emails],
          [sendingText.timeFigure, durationText(estimateMs)],
          [sendingText.sentFigure, sent],
        ]}
      />
      {blocked.length === 0 ? (
        <StatusIndicator type="success">{sendingText.noneBlocked}</StatusIndicator>
      ) : (
        <Table
          variant="embedded"
          header={
            <>
              <Box variant="h3">{sendingText.blockedTitle(formatNumber(blockedRows))}</Box>
              <Box color="text-body-secondary">{sendingText.blockedHint}</Box>
            </>
          }
          ariaLabels={{ tableLabel: sendingText.blockedLabel }}
          items={blocked}
          trackBy="code"
          columnDefinitions={[
            { id: 'rows', header: sendingText.rowsColumn, width: 80, cell: ({ rows }) => formatNumber(rows) },
            { id: 'why', header: sendingText.whyColumn, isRowHeader: true, cell: ({ message }) => message },
          ]}
          wrapLines
        />
      )}
      <PlannedNote dryRun={dryRun} />
      <Table
        variant="embedded"
        header={<Box variant="h3">{sendingText.accountsTitle}</Box>}
        ariaLabels={{ tableLabel: sendingText.accountsTitle }}
        items={accounts}
        trackBy={({ account }) => accountRefKey(account)}
        empty={sendingText.noInvitations}
        columnDefinitions={[
          {
            id: 'account',
            header: sendingText.accountColumn,
            isRowHeader: true,
            cell: ({ accountName }) => accountName,
          },
          {
            id: 'invitations',
            header: sendingText.invitationsColumn,
            cell: (each) => formatNumber(each.invitations),
          },
          { id: 'admins', header: sendingText.adminsColumn, cell: (each) => formatNumber(each.admins) },
          {
            id: 'planned',
            header: sendingText.plannedColumn,
            cell: (each) => formatNumber(each.planned),
          },
          { id: 'calls', header: sendingText.callsColumn, cell: (each) => formatNumber(each.calls) },
          {
            id: 'json',
            header: sendingText.exactTextColumn,
            cell: (each) => (
              <Button
                variant="inline-link"
                ariaLabel={sendingText.showCalls(each.accountName)}
                onClick={() => show(each)}
              >
                {sendingText.show}
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
  const { call: shown, error } = useDryRunCall({ batchId, account, call });
  const options = Array.from({ length: calls }, (_, index) => ({
    value: String(index),
    label: sendingText.callOption(index + 1, calls),
  }));
  return (
    <SpaceBetween size="m">
      {calls < 2 ? null : (
        <FormField label={sendingText.call}>
          <Select
            selectedOption={options[call] ?? null}
            options={options}
            onChange={({ detail }) => setCall(Number(detail.selectedOption.value))}
          />
        </FormField>
      )}
      {error === null ? null : <ErrorNotice header={sendingText.callFailed} error={error.toBody()} />}
      {shown === null ? null : (
        <>
          <Box color="text-body-secondary">
            {sendingText.callLength(pluralize(shown.body.length, 'character'))}
          </Box>
          <pre className="raw-answer" tabIndex={0} aria-label={sendingText.callLabel}>
            {shown.body}
          </pre>
        </>
      )}
      {shown === null ? null : <PlannedTable planned={shown.planned} />}
    </SpaceBetween>
  );
}

/** In one unit, rounded up, since it is only an estimate. */
function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `about ${pluralize(Math.max(1, seconds), 'second')}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60
    ? `about ${pluralize(minutes, 'minute')}`
    : `about ${pluralize(Math.ceil(minutes / 60), 'hour')}`;
}
