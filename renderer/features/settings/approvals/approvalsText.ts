import type { ApprovalRule } from '../../../../shared/domain/approval/approvalRule';
import type { ColleagueKey } from '../../../../shared/domain/approval/colleagueKey';

/** What people read in Settings about keys and approvals. */
export const approvalsText = {
  keys: 'Colleagues’ keys',
  keysIntro:
    'Batch files for approval are signed. Compare a key’s ten words by phone before you confirm it: a name in a file proves nothing.',
  ownName: 'Your name in signed files',
  ownNameHint:
    'Colleagues see it until they name your key themselves. Once you save it, the app makes your key.',
  ownKey: 'Your key',
  ownKeyHint: 'Read these words out when a colleague confirms your key.',
  noOwnKey: 'Nothing can be signed here',
  noColleagues: 'No keys yet. A colleague’s key appears when you open their first file.',
  key: 'Key',
  state: 'State',
  phrase: 'Words',
  actions: 'Actions',
  states: { unconfirmed: 'Unconfirmed', confirmed: 'Confirmed', distrusted: 'Distrusted' } satisfies Record<
    ColleagueKey['state'],
    string
  >,
  saysItIs: (name: string) => `Says it’s ${name}`,
  confirm: 'Confirm',
  confirmKey: (name: string) => `Confirm the key of ${name}`,
  rename: 'Rename',
  renameKey: (name: string) => `Rename the key of ${name}`,
  distrust: 'Distrust',
  distrustKey: (name: string) => `Distrust the key of ${name}`,
  confirmTitle: 'Confirm this key?',
  confirmBody:
    'Call your colleague on a number you know, and have them read out the ten words under Settings, Colleagues’ keys, Your key. Confirm only if all ten are the same. Approvals that arrive from then on count; those that came before don’t.',
  confirmButton: 'The words are the same',
  renameTitle: 'Rename this key',
  renameButton: 'Rename',
  whose: 'Whose key it is',
  distrustTitle: (name: string) => `Distrust the key of ${name}?`,
  distrustBody:
    'Files it signed are refused from now on, whatever time they say. Approvals that had arrived before still count. You can confirm the key again later.',
  distrustButton: 'Distrust',

  rule: 'Approval by a second person',
  ruleIntro:
    'Before such a batch is sent, somebody else has to approve it in a signed file. Without a team store this protects against slips, not against the person at this keyboard.',
  needed: 'Needed for',
  needs: {
    never: 'No batch',
    admins: 'Batches that invite an admin',
    people: 'Batches with more than a number of people',
    always: 'Every batch',
  } satisfies Record<ApprovalRule['needed'], string>,
  people: 'People',
  peopleHint: 'Batches with more people need an approval.',
  approvalDays: 'Approvals count for (days)',
  approvalDaysHint: 'From the day they were given. After that, ask for a new one.',
  snapshotDays: 'Account data may be this old (days)',
  snapshotDaysHint: 'Counts from when the drafter’s copy of the accounts was read.',
  loosened: (time: string, by: string) =>
    by === ''
      ? `This rule was loosened on ${time}. Reports of batches sent since say so.`
      : `${by} loosened this rule on ${time}. Reports of batches sent since say so.`,
};
