import { z } from 'zod';
import { visibleText } from '../people/characters';
import { maxSignerName } from './approval/signerName';
import { lists } from './listPreferences';
import { savedViews } from './savedViews';
import { defaultMessageTemplate, maxTemplateLength } from './invitation/messageTemplate';

/** What a person can set. */
export const settings = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  /** Whether changes still queued when the app was closed are sent automatically on the next launch. */
  continueAtStart: z.boolean(),
  /** Whether a daily notification says how many invitations expire within 48 hours. */
  notifyLapsing: z.boolean(),
  /** Age, in minutes, at which an account is refreshed automatically while the app is open; 0 = never. */
  refreshAfterMinutes: z.int().min(0).max(10_080),
  /**
   * The agency's own page with redeem links (docs/redeem-page.html), an https address without `?` and `#`; empty: links open
   * the app directly.
   */
  redeemPage: z
    .string()
    .max(300)
    .refine(
      isPageAddress,
      'Enter an address like https://access.example.com/redeem, without ? and #, or leave it blank.',
    ),
  /** The only domains that people in batches may have; empty: all. */
  allowedDomains: z
    .array(
      z
        .string()
        .refine(
          (text) => text.slice(1, -1).includes('.') && !/[\s@A-Z]/.test(text),
          'Enter domains in lower case, like example.com, without @.',
        ),
    )
    .max(200, 'Enter at most 200 domains.'),
  /** Max number of admins in an account, counting a batch's and invited ones; 0: no limit. */
  mostAdminsPerAccount: z.int().min(0).max(10_000),
  /** Whether a batch's rows need a note for each admin. */
  adminsNeedNote: z.boolean(),
  /** Age, in minutes, at which a batch's accounts are refreshed before it is sent. */
  checkOnlineAfterMinutes: z.int().min(0).max(10_080),
  /** A batch with at least this many invitations, or admins, is sent only after its number is typed; 0: never asked. */
  typeNumberFromInvitations: z.int().min(0).max(100_000),
  typeNumberFromAdmins: z.int().min(0).max(100_000),
  /** How many months after somebody's last access their history is kept, before it is erased; 0: for ever. */
  keepPeopleMonths: z.int().min(0).max(600),
  /** Whether Amazon mailed the people invited last from the form, where the next ones begin; null before the first. */
  notifiedLast: z.boolean().nullable(),
  /** What “Copy message” writes to an invited person; see `messageOf`. */
  messageTemplate: z
    .string()
    .refine((text) => text.trim() !== '', 'Write a message, or go back to the original one.')
    .max(maxTemplateLength, 'Use at most 4,000 characters.'),
  /** What this person is called in signed batch files; empty: nothing entered, so that nothing can be signed. */
  signerName: z
    .string()
    .trim()
    .max(maxSignerName, 'Use at most 80 characters.')
    .refine((text) => visibleText(text) === text, 'Use visible characters only.'),
  /** Whether Home no longer lists the steps of the first day. */
  firstStepsHidden: z.boolean(),
  /** How each list is set up: its columns, page size and density. */
  lists,
  /** What people look for in lists again and again. */
  savedViews,
});
export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  continueAtStart: false,
  notifyLapsing: true,
  refreshAfterMinutes: 60,
  redeemPage: '',
  allowedDomains: [],
  mostAdminsPerAccount: 0,
  adminsNeedNote: false,
  checkOnlineAfterMinutes: 15,
  typeNumberFromInvitations: 500,
  typeNumberFromAdmins: 20,
  keepPeopleMonths: 24,
  notifiedLast: null,
  messageTemplate: defaultMessageTemplate,
  signerName: '',
  firstStepsHidden: false,
  lists: {},
  savedViews: {},
};

/** Only in the browser's own spelling, so that a link can be recognized by it. */
function isPageAddress(text: string): boolean {
  if (text === '') return true;
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '' &&
    url.href === text
  );
}
