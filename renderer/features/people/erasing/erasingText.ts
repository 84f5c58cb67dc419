import type { ErasureObstacles } from '../../../../shared/domain/person/erasure';
import { formatAlternatives } from '../../../../shared/text/formats';
import { byCount, pluralize } from '../../../../shared/text/pluralize';

/** What people read when somebody's data is erased. */
export const erasingText = {
  title: (name: string) => `Erase the data of ${name}?`,
  failed: 'Couldn’t erase the data',
  confirm: 'Erase',
  type: 'Type “erase” to confirm',
  missing: 'Type “erase” to confirm.',
  differs: 'Something changed since this was shown. Nothing was erased. Check it again.',
  effect:
    'Everywhere on this computer, a pseudonym replaces this person’s email addresses, names, masks, notes and IDs at Amazon. Times, accounts and results stay. This can’t be undone.',

  inTeam: 'Erase this person in the team’s database too',
  teamWaits: 'It can’t be used at the moment. Its part waits and is done as soon as it can be.',
  byAdministrator: (names: readonly string[]) =>
    names.length === 0
      ? 'In the team’s database, this person stays until a team administrator erases them.'
      : `In the team’s database, this person stays until a team administrator erases them: ${formatAlternatives(names)}.`,
  colleaguesLearn:
    'Colleagues whose computers know this person can then erase them there too. Nobody else in the team learns who it is.',

  erasedBy: (who: string, day: string) => `${who} erased this person’s data on ${day}.`,
  eraseHereToo: 'Erase here too',
  notSharedAnymore:
    'On this computer it’s still there. Nothing about this person is shared with your team anymore.',
  moreErased: (count: number) => `and ${pluralize(count, 'more person', 'more people')}`,

  addresses: 'Email addresses',
  names: 'Names',
  userIds: 'User IDs',
  rows: 'Found',
  none: 'None',

  openTitle: 'Some things are still open',
  unreachable: (accounts: number) =>
    `${byCount(accounts, 'An account', pluralize(accounts, 'account'))} that no connection reaches anymore listed this person when last read. Amazon may still give them access there.`,
  uncertain: (users: number) =>
    byCount(
      users,
      'A user ID may be this person’s, but that isn’t certain, so it stays. Confirm it first to include it.',
      `${pluralize(users, 'user ID')} may be this person’s, but that isn’t certain, so they stay. Confirm them first to include them.`,
    ),
  damagedCopies: (names: string) =>
    `Damaged databases that were set aside aren’t changed, and may name this person: ${names}. Delete them from the data folder if you don’t need them.`,
  stays:
    'Copies of the data that were made before updates are deleted. Files you saved, such as exports and proofs, and what Amazon stores aren’t changed.',
};

/** What is open, each with what to do first. */
export const obstacleTexts = (obstacles: ErasureObstacles): readonly string[] => {
  const { invitations, operations, batchRows, accounts, connections } = obstacles;
  return [
    ...(invitations === 0
      ? []
      : [
          `${pluralize(invitations, 'pending invitation')}: revoke ${byCount(invitations, 'it', 'them')} first.`,
        ]),
    ...(operations === 0
      ? []
      : [
          `${pluralize(operations, 'unfinished change')}: wait for the result, or resolve it under Operations.`,
        ]),
    ...(batchRows === 0
      ? []
      : [
          `${pluralize(batchRows, 'batch row')} not sent yet: remove ${byCount(batchRows, 'it', 'them')} from the batch.`,
        ]),
    ...(accounts === 0
      ? []
      : [
          `Access to ${pluralize(accounts, 'account')}, as of the last refresh: remove it. If it was removed elsewhere, refresh.`,
        ]),
    ...(connections === 0
      ? []
      : [
          `${pluralize(connections, 'connection')} of this person: remove ${byCount(connections, 'it', 'them')} under Settings.`,
        ]),
  ];
};
