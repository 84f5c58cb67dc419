import { planCell } from '../../../shared/domain/account/plannedInstancesText';
import { instanceAccessNames } from '../../../shared/domain/account/instanceText';
import { overdueName, stateNames } from '../../../shared/domain/invitation/invitationText';
import { rowStateNames, rowStateOf } from '../../../shared/domain/batch/rowState';
import type { BatchSend } from '../../../shared/domain/approval/approvalStatus';
import { ruleText } from '../../../shared/domain/approval/approvalText';
import type { BatchLink } from '../../../shared/domain/batch/batchReport';
import { roleName } from '../../../shared/domain/invitation/role';
import { errorBody } from '../../../shared/errorBody';
import { spreadsheetTime } from '../../files/csv';
import type { SentRow } from './sentRows';

/** Every sent row with its source and its result, below a header row. */
export function reportTable(rows: readonly SentRow[], sends: readonly BatchSend[]): string[][] {
  const byRun = new Map(sends.map((send) => [send.runId, send]));
  const ofSend =
    (text: (send: BatchSend) => string) =>
    ({ runId }: SentRow): string | null => {
      const send = byRun.get(runId);
      return send === undefined ? null : text(send);
    };
  return table(
    [
      ...reportColumns,
      { header: 'Drafted by', text: ofSend(({ drafter }) => drafter) },
      { header: 'Approved by', text: ofSend(({ approver }) => approver) },
      { header: 'Approved (UTC)', text: ofSend(({ approvedAt }) => time(approvedAt) ?? '') },
      { header: 'Sent by', text: ofSend(({ sender }) => sender) },
      { header: 'Approval rule', text: ofSend(({ rule }) => ruleText(rule)) },
      { header: 'Rule loosened (UTC)', text: ofSend(({ loosened }) => time(loosened?.at ?? null) ?? '') },
    ],
    rows,
  );
}

/**
 * The pending invitations for a mail merge, below a header row.
 * @param linkOf the link to share
 */
export const linksTable = (links: readonly BatchLink[], linkOf: (link: BatchLink) => string): string[][] =>
  table([...linkColumns, { header: 'Link', text: linkOf }], links);

interface Column<Row> {
  readonly header: string;
  readonly text: (row: Row) => string | number | null;
}

const reportColumns: readonly Column<SentRow>[] = [
  { header: 'Account', text: ({ accountName }) => accountName },
  { header: 'Email', text: ({ emailAddress }) => emailAddress },
  { header: 'Person', text: ({ userName }) => userName },
  { header: 'Role', text: ({ role }) => roleName(role) },
  { header: 'Note', text: ({ note }) => note },
  { header: 'Planned instances', text: ({ planned }) => planCell(planned) },
  { header: 'Result', text: resultOf },
  { header: 'Invitation now', text: ({ invitation }) => nameOf(invitation) },
  {
    header: 'Instances now',
    text: ({ instanceAccess }) => (instanceAccess === null ? null : instanceAccessNames[instanceAccess]),
  },
  { header: 'Expires (UTC)', text: ({ expiresAt }) => time(expiresAt) },
  { header: 'Settled (UTC)', text: ({ settledAt }) => time(settledAt) },
  { header: 'Why', text: ({ error }) => whyOf(error)?.message ?? null },
  { header: 'Amazon’s words', text: ({ error }) => whyOf(error)?.details ?? null },
  { header: 'Source file', text: ({ sourceFile }) => sourceFile },
  { header: 'Source row', text: ({ sourceRow }) => sourceRow },
  { header: 'Account ID', text: ({ accountId }) => accountId },
  { header: 'Operation', text: ({ operationId }) => operationId },
  { header: 'Amazon’s request ID', text: ({ requestId }) => requestId },
  { header: 'Invitation ID', text: ({ invitationId }) => invitationId },
];

const linkColumns: readonly Column<BatchLink>[] = [
  { header: 'Email', text: ({ emailAddress }) => emailAddress },
  { header: 'Person', text: ({ userName }) => userName },
  { header: 'Account', text: ({ accountName }) => accountName },
  { header: 'Role', text: ({ role }) => roleName(role) },
  { header: 'Expires (UTC)', text: ({ expiresAt }) => time(expiresAt) },
  { header: 'Invitation ID', text: ({ invitationId }) => invitationId },
];

const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[][] => [
  columns.map(({ header }) => header),
  ...rows.map((row) => columns.map(({ text }) => String(text(row) ?? ''))),
];

const nameOf = (invitation: SentRow['invitation']): string | null =>
  invitation === null ? null : invitation === 'overdue' ? overdueName : stateNames[invitation];

/** The result of sending it; the current state of its invitation has its own column. */
function resultOf({ status }: SentRow): string {
  return rowStateNames[rowStateOf({ hasError: false, status, invitation: null })];
}

const whyOf = (error: string | null) =>
  error === null ? undefined : errorBody.safeParse(JSON.parse(error)).data;

const time = (at: number | null): string | null => (at === null ? null : spreadsheetTime(at));
