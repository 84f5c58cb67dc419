/** What people read before a batch is sent, while it is sent, and afterwards. */
export const sendingText = {
  // Several of them
  close: 'Close',
  counting: 'Counting',
  excelWorkbook: 'Excel workbook',
  csv: 'CSV',
  rowsColumn: 'Rows',
  whyColumn: 'Why',
  accountNotRead: (accountName: string) => `${accountName} could not be read`,

  // DryRunDialog
  dryRunTitle: 'Dry run',
  dryRunBody: 'Nothing was called. This is what sending the batch as it stands would do.',
  dryRunFailed: 'The dry run did not work',
  adminsFigure: 'Admins among them',
  callsFigure: 'Calls to Amazon',
  emailsFigure: 'Emails that would go out',
  emailsUndecided: 'Not chosen yet',
  timeFigure: 'Time it would take',
  sentFigure: 'Sent already',
  noneBlocked: 'No row is held back.',
  blockedTitle: (count: string) => `Rows that won’t be sent (${count})`,
  blockedHint: 'A row with several errors is counted under each of them.',
  blockedLabel: 'Rows that won’t be sent',
  accountsTitle: 'By account',
  noInvitations: 'No invitation would go out.',
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
  callLength: (countedCharacters: string) => `${countedCharacters} of JSON, exactly as it would go out.`,
  callLabel: 'The call’s exact text',
  callFailed: 'Could not make the call’s text',

  // SendDialog
  sendTitle: (batchName: string) => `Send “${batchName}”`,
  accountMissing: 'Choose at least one account.',
  notifyMissing: 'Choose first how people will hear of it: Amazon sends email, or you share the links.',
  sendConfirm: (countedInvitations: string) => `Send ${countedInvitations}`,
  sendFailed: 'Nothing was sent',
  conflictsTitle: 'Nothing was sent yet',
  conflictsBody: (countedRows: string) =>
    `Amazon’s lists have changed since these rows were drafted: something new was found in ${countedRows}. Settle it above the rows, then send again.`,
  backToRows: 'Back to the rows',

  // SendScopePicker
  scopeLabel: 'Which rows',
  allRows: 'All rows that can go',
  selectedRows: (countedSelectedRows: string) => `Only the ${countedSelectedRows}`,
  someAccounts: 'Only some accounts',
  accountsLabel: 'Accounts to send to',
  accountsPlaceholder: 'Choose accounts',
  findAccount: 'Find an account',
  leaveOutAccount: (accountName: string) => `Leave out ${accountName}`,

  // sendSummary
  nothingToSend: (heldBack: string) => `No row can go now.${heldBack}`,
  heldBackRows: (countedRows: string, stay: string) => ` ${countedRows} with errors ${stay} behind.`,
  emailsByAmazon: (countedEmails: string) => ` Amazon will send ${countedEmails}.`,
  noEmails: ' Amazon will send no email: you pass the links on.',

  // LinksToShare
  linksTitle: 'Links to share',
  saveForMailMerge: 'Save for mail merge (CSV)',

  // BatchReport
  reportTitle: (batchName: string) => `Report of “${batchName}”`,
  reportFailed: 'The report could not be made',
  undoBatch: 'Undo batch…',
  saveReport: 'Save report',
  inDoubt: 'In doubt',
  underWay: 'Under way',
  notSent: 'Not sent',
  notEnded: 'Not all of it has ended yet.',
  lastAnswer: (when: string) => `The last answer came ${when}.`,
  runLink: (when: string) => `Sent ${when}`,
  failuresTitle: 'Why rows failed or were skipped',
  remedyColumn: 'What to do',
  alreadyInvited: 'Nothing: they have an invitation',
  sendAgain: (countedRows: string) => `Send ${countedRows} again`,
  fixThenSend: 'Fix the row, then send it again',

  // UndoBatchDialog
  undoTitle: (batchName: string) => `Undo “${batchName}”?`,
  undoLimits:
    'What cannot be undone: emails that went out, and the access of people who have accepted. Remove those people in the Amazon Ads console.',
  undoConfirm: (countedInvitations: string) => `Revoke ${countedInvitations}`,
  undoFailed: 'Nothing was revoked',
};
