import type { DirectorySource } from './directory';

/** The names of the directories, as they stand within a sentence. */
export const directorySourceNames: Readonly<Record<DirectorySource, string>> = {
  entra: 'Microsoft Entra',
  microsoft365: 'the Microsoft 365 admin center',
  googleWorkspace: 'Google Workspace',
  okta: 'Okta',
  slack: 'Slack',
};
