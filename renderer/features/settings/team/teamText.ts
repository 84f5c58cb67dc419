import type { StoreTestFinding, StoreTestStep, TeamRights } from '../../../../shared/domain/team/storeTest';
import type { TeamStatus } from '../../../../shared/domain/team/teamStatus';
import { formatList, formatNumber } from '../../../../shared/text/formats';
import { byCount, pluralize } from '../../../../shared/text/pluralize';

/** What people read in Settings about the team. */
export const teamText = {
  team: 'Team',
  intro:
    'Colleagues who share accounts through a database of your own (PostgreSQL) never invite the same person twice, even when several of them send at the same time. Without a team, nothing leaves this computer but what you send to Amazon.',
  joinedIntro: 'Changes in shared accounts are sent only while the team’s database agrees to each.',
  join: 'Join a team…',
  joinTitle: 'Join a team',
  changeTitle: 'Change the connection to the team',
  joinIntro: 'A team administrator gives you these details, and a login of your own.',
  host: 'Host',
  hostHint: 'Exactly as the server’s certificate has it, such as db.example.com.',
  port: 'Port',
  portInvalid: 'Enter a number from 1 to 65,535.',
  database: 'Database',
  login: 'Login',
  password: 'Password',
  passwordHint: 'It goes to your keychain, and isn’t sent to the server either.',
  encryption: 'Encryption',
  encrypted: 'Encrypted, with a checked certificate',
  plain: 'None: the database is on this computer',
  plainHint: 'Only for localhost, 127.0.0.1 and ::1.',
  plainElsewhere: 'Only a database on this computer may be used without encryption.',
  caFile: 'Certificate authority',
  caFileHint: 'Only if the server’s certificate comes from an authority that this computer doesn’t know.',
  caFileNone: 'The ones this computer knows',
  selectCaFile: 'Select file…',
  removeCaFile: 'Use known ones',
  missing: 'Enter this.',
  test: 'Test connection',
  testing: 'Testing the connection',
  testFailed: 'The connection couldn’t be tested',
  findings: 'Result of the test',
  steps: {
    host: 'Host',
    tls: 'Encryption',
    login: 'Login',
    version: 'Server',
    rights: 'Rights',
    schema: 'Database',
  } satisfies Record<StoreTestStep, string>,
  notTested: 'Not tested yet',
  outcomes: { holds: 'OK', wrong: 'Problem', notTested: 'Not tested' } satisfies Record<
    StoreTestFinding['outcome'],
    string
  >,
  setUpTitle: 'Set up this database',
  setUpHint: 'You’re the team’s administrator. Colleagues can join once you’ve added them.',
  teamName: 'Team name',
  ownName: 'Your name',
  setUp: 'Set up',
  setUpFailed: 'The database couldn’t be set up',
  joinButton: 'Join',
  saveButton: 'Save',
  joinFailed: 'You couldn’t join the team',
  cancel: 'Cancel',
  close: 'Close',
  name: 'Team',
  store: 'Database',
  storeOf: ({ address: { host, port, database } }: Pick<TeamStatus, 'address'>) =>
    `${database} on ${host}:${String(port)}`,
  state: 'State',
  lastContact: 'Last contact',
  noContact: 'Never',
  rights: 'Rights',
  unknownRights: 'Not known until the database answers',
  rightsOf: ({ seesAll, mayDraft, maySend, mayAdminister }: TeamRights): string => {
    const rights = [
      ...(mayDraft ? ['draft'] : []),
      ...(maySend ? ['send'] : []),
      ...(mayAdminister ? ['administer'] : []),
    ];
    const accounts = seesAll ? 'all shared accounts' : 'selected shared accounts';
    return rights.length === 0 ? `See ${accounts}` : `See ${accounts}; ${formatList(rights)}`;
  },
  loginOf: ({ address, rights }: Pick<TeamStatus, 'address' | 'rights'>) =>
    rights === null ? address.login : `${rights.displayName} (${address.login})`,
  sharedAccounts: 'Shared accounts',
  states: {
    connecting: 'Connecting',
    connected: 'Connected',
    checking: 'Checking',
    copy: 'Another copy is in use',
    away: 'Not connected',
  } satisfies Record<TeamStatus['state'], string>,
  awayTitle: 'The team’s database can’t be used',
  copyTitle: 'This is a copy',
  awayEffect:
    'You can read, draft and check as always. Changes in shared accounts wait until the database is back; other accounts aren’t affected.',
  enterPassword: 'Enter password…',
  change: 'Change connection…',
  leave: 'Leave team…',
  sendingNow: 'Sending now',
  erasing: 'Erasing people',
  erasuresWait: ({ people, problem }: TeamStatus['erasures']) =>
    `${pluralize(people, 'person', 'people')} still to be erased in the team’s database.${problem === '' ? '' : ` ${problem}`}`,
  sendingOf: ({ displayName, accountName, sent, total }: TeamStatus['colleagues'][number]) =>
    `${displayName} in ${accountName}: ${formatNumber(sent)} of ${formatNumber(total)}`,
  leaveTitle: (name: string) => `Leave ${name}?`,
  leaveBody:
    'The password is deleted from your keychain, and no account is shared from this computer anymore: what you send then isn’t checked against what colleagues do. History stays here, and what you shared stays with the team.',
  leaveOpen: (open: string) =>
    `In shared accounts, ${open}. If you leave now, that goes on without asking anybody: a colleague may invite the same people. Stop it first, under Operations, or leave nevertheless.`,
  leaveUnreported: (count: number) =>
    byCount(
      count,
      'The team hasn’t heard yet how one change ended. It stays blocked for colleagues.',
      `The team hasn’t heard yet how ${formatNumber(count)} changes ended. They stay blocked for colleagues.`,
    ),
  leaveButton: 'Leave team',
  leaveFailed: 'The team couldn’t be left',
  manage: 'Manage shared accounts…',
  sharing: 'Shared accounts',
  sharingIntro:
    'Select the accounts that you and your colleagues send in. From then on, their changes follow the team’s rules, and colleagues with the right see them. Tokens and client secrets are never shared.',
  sharingUnknown: 'What colleagues share isn’t known now',
  findAccount: 'Find an account',
  account: 'Account',
  connections: 'Connections',
  invitations: 'Invitations',
  members: 'Members',
  sharedBy: 'Shared by',
  sharedByNobody: 'Nobody',
  sharedByUnknown: 'Not known now',
  selectAccount: (name: string) => `Share ${name}`,
  selectAll: 'Share all accounts listed',
  selection: 'Accounts to share',
  noAccounts: 'No accounts yet. Connect to Amazon Ads first; accounts of the sandbox can’t be shared.',
  noMatch: 'No account matches.',
  reading: 'Reading accounts',
  nothingChanged: 'Select an account, or clear one.',
  changeSharing: (share: number, unshare: number): string => {
    if (unshare === 0) return share === 0 ? 'Share' : `Share ${pluralize(share, 'account')}`;
    const stop = `stop sharing ${pluralize(unshare, 'account')}`;
    return share === 0
      ? `${stop.charAt(0).toUpperCase()}${stop.slice(1)}`
      : `Share ${pluralize(share, 'account')}, ${stop}`;
  },
  notNow: 'Not now',
  sharingFailed: 'Sharing couldn’t be changed',
  unshareHint:
    'Changes here in accounts you stop sharing are no longer checked against what colleagues do. What a colleague shared stays shared for them.',
};
