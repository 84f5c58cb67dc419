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
  copyDiagnostics: 'Copy Diagnostics',
  settings: 'Settings…',
  developmentVersion: (version: string) => `${version} (development runtime)`,
  diagnosticsCopied: 'Diagnostics are on your clipboard.',
  diagnosticsContent:
    'They contain what support asks for first: versions, sizes and the log, without secrets, names or email addresses. Read them before you paste them. Nothing was sent.',
};
