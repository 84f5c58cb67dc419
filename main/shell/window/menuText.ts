/** What people read in the app's menu, and in the dialog that one of its items opens. */
export const menuText = {
  file: 'File',
  newBatch: 'New Batch',
  importList: 'Import a List…',
  invite: 'Invite People…',
  export: 'Export…',
  /** The jump list of Windows. */
  tasks: { invite: 'Invite people', batches: 'Show batches' },
  taskHints: { invite: 'Opens the form to invite people.', batches: 'Opens the list of batches.' },
  edit: 'Edit',
  find: 'Find in List',
  findAnything: 'Find Anything…',
  view: 'View',
  refresh: 'Refresh',
  go: 'Go',
  back: 'Back',
  forward: 'Forward',
  shortcuts: 'Keyboard Shortcuts',
  whatsNew: 'What’s New',
  guide: 'Amazon’s Guide to AMC Users',
  firstAccount: 'Checklist for Your First Real Account',
  copyDiagnostics: 'Copy Diagnostics',
  copyObservations: 'Copy Observations',
  settings: 'Settings…',
  developmentVersion: (version: string) => `${version} (development runtime)`,
  diagnosticsCopied: 'Diagnostics are on your clipboard.',
  diagnosticsContent:
    'They contain what support asks for first: versions, sizes and the log, without secrets, names or email addresses. Read them before you paste them. Nothing was sent.',
  observationsCopied: 'Observations are on your clipboard.',
  observationsContent:
    'They show what Amazon’s answers looked like since the app started: status codes, names of headers, and shapes of answers, without any value of them. Read them before you paste them. Nothing was sent.',
};
