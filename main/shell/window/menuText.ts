/** What people read in the app's menu, and in the dialog that one of its items opens. */
export const menuText = {
  view: 'View',
  guide: 'Amazon’s Guide to AMC Users',
  copyDiagnostics: 'Copy Diagnostics',
  settings: 'Settings…',
  developmentVersion: (version: string) => `${version} (development runtime)`,
  diagnosticsCopied: 'Diagnostics are on your clipboard.',
  diagnosticsContent:
    'They contain what support asks for first: versions, sizes and the log, without secrets, names or email addresses. Read them before you paste them. Nothing was sent.',
};
