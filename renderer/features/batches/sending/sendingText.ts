import { formatList, formatNumber } from '../../../../shared/text/formats';

/** What people read before a batch is sent, while it is sent, and afterwards. */
export const sendingText = {
  // Several of them
  close: 'Close',
  counting: 'Counting',
  excelWorkbook: 'Excel workbook',
  csv: 'CSV',
  rowsColumn: 'Rows',
  whyColumn: 'Why',
  accountNotRead: (accountName: string) => `${accountName} couldn’t be read`,

  // DryRunDialog
  dryRunTitle: 'Dry run',
  dryRunBody: 'No calls were made. This is what sending the batch now would do.',
  dryRunFailed: 'The dry run failed',
  adminsFigure: 'Admins among them',
  callsFigure: 'Calls to Amazon',
  emailsFigure: 'Emails to send',
  emailsUndecided: 'Not selected yet',
  timeFigure: 'Estimated time',
  sentFigure: 'Already sent',
  noneBlocked: 'All rows can be sent.',
  blockedTitle: (count: string) => `Rows that won’t be sent (${count})`,
  blockedHint: 'A row with several errors is counted under each of them.',
  blockedLabel: 'Rows that won’t be sent',
  accountsTitle: 'By account',
  noInvitations: 'No invitations would be sent.',
  accountColumn: 'Account',
  invitationsColumn: 'Invitations',
  adminsColumn: 'Admins',
  callsColumn: 'Calls',
  exactTextColumn: 'Exact text',
  show: 'Show',
  showCalls: (accountName: string) => `Show the calls for ${accountName}`,

  // DryRunDialog, the calls for an account
  callsTitle: (accountName: string) => `Calls for ${accountName}`,
  backToDryRun: 'Back to the dry run',
  call: 'Call',
  callOption: (number: number, count: number) => `Call ${number} of ${count}`,
  callLength: (countedCharacters: string) => `${countedCharacters} of JSON, exactly as it would be sent.`,
  callLabel: 'The call’s exact text',
  callFailed: 'Couldn’t create the text of the call',

  // PlannedNote, PlannedTable
  plannedFigure: 'With planned instances',
  plannedColumn: 'With instances',
  plannedTitle: 'Planned instances',
  instancesColumn: 'Instances',
  earlierPlanColumn: 'Earlier plan',
  plannedFor: (people: number) =>
    people === 1
      ? 'Instances are planned for 1 person.'
      : `Instances are planned for ${formatNumber(people)} people.`,

  // SendDialog
  sendTitle: (batchName: string) => `Send “${batchName}”`,
  accountMissing: 'Select at least one account.',
  notifyMissing: 'First select how people should be notified: Amazon sends email, or you share the links.',
  /** @param countedInvitations undefined while counting */
  sendConfirm: (countedInvitations: string | undefined) => `Send ${countedInvitations ?? 'invitations'}`,
  sendFailed: 'Nothing was sent',
  conflictsTitle: 'Nothing was sent yet',
  conflictsBody: (countedRows: string) =>
    `Amazon’s lists have changed since these rows were drafted: ${countedRows} affected. Resolve this above the rows, then send again.`,
  backToRows: 'Back to the rows',

  // SendScopePicker
  scopeLabel: 'Which rows',
  allRows: 'All rows that are ready',
  selectedRows: (countedSelectedRows: string) => `Only the ${countedSelectedRows}`,
  someAccounts: 'Only some accounts',
  accountsLabel: 'Accounts to send to',
  accountsPlaceholder: 'Choose accounts',
  findAccount: 'Find an account',
  leaveOutAccount: (accountName: string) => `Leave out ${accountName}`,

  // sendSummary
  nothingToSend: 'No rows are ready to send.',
  invitationsToSend: (countedInvitations: string, countedAccounts: string, admins: string) =>
    `${countedInvitations} to ${countedAccounts}, ${admins} of them as admin.`,
  heldBackRows: (countedRows: string) => `${countedRows} with errors won’t be sent.`,
  emailsByAmazon: (countedEmails: string) => `Amazon will send ${countedEmails}.`,
  noEmails: 'Amazon won’t send email: you share the links.',

  // LinksToShare
  copy: (countedTexts: string) => `Copy ${countedTexts}`,
  linksTitle: 'Links to share',
  saveForMailMerge: 'Save for mail merge (CSV)',

  // BatchMembers
  membersTitle: 'Who accepted',
  personColumn: 'Person',
  memberColumn: 'Member',
  memberUnknown: 'Unknown',

  // BatchReport
  reportTitle: (batchName: string) => `Report of “${batchName}”`,
  reportFailed: 'Couldn’t create the report',
  undoBatch: 'Undo batch…',
  saveReport: 'Save report',
  notEnded: 'Not everything has finished yet.',
  instances: (parts: readonly string[]) => `Of those who accepted: ${formatList(parts)}.`,
  lastAnswer: (when: string) => `Last answer: ${when}.`,
  runLink: (when: string) => `Sent ${when}`,
  failuresTitle: 'Why rows failed or were skipped',
  remedyColumn: 'What to do',
  alreadyInvited: 'Nothing: they have an invitation',
  sendAgain: (countedRows: string) => `Send ${countedRows} again`,
  fixThenSend: 'Fix the row, then send it again',

  // UndoBatchDialog
  undoTitle: (batchName: string) => `Undo “${batchName}”?`,
  undoEffect: (total: number) =>
    total === 1
      ? '1 invitation of this batch is still pending and will be revoked. Its link stops working.'
      : `${formatNumber(total)} invitations of this batch are still pending and will be revoked. Their links stop working.`,
  undoLimits:
    'This can’t undo emails that were sent or the access of people who have accepted. Remove those people in the Amazon Ads console.',
  undoConfirm: (countedInvitations: string) => `Revoke ${countedInvitations}`,
  undoFailed: 'Nothing was revoked',
};
