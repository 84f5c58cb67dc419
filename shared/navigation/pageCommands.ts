import { sections } from './sections';

/**
 * What the native menu asks of the page: the sections, and what can be done from a screen. Some have a key as well
 * (`renderer/features/palette/shortcuts/shortcuts.ts`).
 */
export const pageCommands = [
  ...sections.map(({ id }) => id),
  'palette',
  'search',
  'newBatch',
  'invite',
  'openWindow',
  'export',
  'exportForApproval',
  'refresh',
  'back',
  'forward',
  'help',
  'whatsNew',
  'firstAccount',
] as const;

export type PageCommand = (typeof pageCommands)[number];

/** Whether a text from outside is such a command. */
export const isPageCommand = (value: string): value is PageCommand =>
  (pageCommands as readonly string[]).includes(value);
