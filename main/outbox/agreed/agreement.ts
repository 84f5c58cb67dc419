import { createHash } from 'node:crypto';
import type { AccountRef } from '../../../shared/domain/account/account';
import {
  missingConfirmations,
  type Agreement,
  type Confirmations,
  type Difference,
  type TypingRule,
} from '../../../shared/domain/outbox/agreement';
import { memberRefKey } from '../../../shared/domain/member/member';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import type { Stepwise } from '../../storage/stepwise';
import { invalid } from '../drafting/draftInvitations';
import type { AgreedChange } from '../drafting/changesOf';
import { accountRefKey } from '../../../shared/util/accountKey';
import { agreementErrorText } from './agreementErrorText';
import { memberConsent } from './memberConsent';
import { unconfirmedSponsoredAds } from './sponsoredAdsConsent';

/** What a person sends with a command. */
export interface Consent extends Confirmations {
  readonly agreed: Agreement;
}

/** For commands that imply whether Amazon emails the people, and send no batch. */
export const statedByCommand = { notify: null, revision: null };

/** How many changes are processed in one step. */
const changesAStep = 200;

/** What a person has to agree to, from the exact changes that would be recorded. Their order doesn't matter. */
export function* agreementOf(
  db: Database,
  changes: Iterable<AgreedChange>,
  { notify, revision }: Pick<Agreement, 'notify' | 'revision'>,
): Stepwise<Agreement> {
  const groups = new Map<string, Group>();
  const lines: Lines = new Map();
  let total = 0;
  for (const change of changes) {
    total += 1;
    const key = accountRefKey(change);
    const group = groups.get(key) ?? newGroup(db, change);
    groups.set(key, group);
    const line = lineOf(change);
    group.total += 1;
    if (change.userId !== null) group.userIds.push(change.userId);
    group.drawers[drawerOf(line)]?.push(line);
    if (change.role.toLowerCase() === 'admin') group.admins += 1;
    lines.set(personOf(change), line);
    if (total % changesAStep === 0) yield;
  }
  const hash = createHash('sha256');
  const accounts: Agreement['accounts'] = [];
  const [shares, yourself]: [Agreement['shares'], Agreement['yourself']] = [[], []];
  const sponsoredAds: Agreement['sponsoredAds'] = [];
  const isUnconfirmed = unconfirmedSponsoredAds(db);
  for (const [key, group] of [...groups].sort(([one], [other]) => (one < other ? -1 : 1))) {
    hash.update(`${group.realm}\n${key}\n`);
    for (const drawer of group.drawers) {
      hash.update(`${drawer.sort().join('\n')}\n`);
      yield;
    }
    accounts.push({ ...group.account, total: group.total, admins: group.admins });
    const { accountId } = group.account.account;
    if (isUnconfirmed({ realm: group.realm, accountId })) sponsoredAds.push(group.account);
    if (group.userIds.length === 0) continue;
    const members = memberConsent(db, { ...group.account, realm: group.realm, userIds: group.userIds });
    shares.push(...members.shares);
    yourself.push(...members.yourself);
    yield;
  }
  const agreement: Agreement = {
    digest: hash.digest('hex'),
    total,
    admins: accounts.reduce((sum, { admins }) => sum + admins, 0),
    notify,
    revision,
    accounts,
    shares,
    sponsoredAds,
    yourself,
  };
  remember(db, agreement.digest, lines);
  return agreement;
}

/**
 * Compares what a person agreed to with what would be done now.
 * @returns the difference; null if there is none
 * @throws CodedError INVALID_INPUT when the number of a large change wasn't typed
 */
export function differenceFrom(
  db: Database,
  { agreed, ...confirmations }: Consent,
  now: Agreement,
  rule: TypingRule,
): Difference | null {
  if (!isSame(agreed, now) || !shows(agreed, now.sponsoredAds)) {
    return { now, changed: changedBetween(db, agreed.digest, now.digest) };
  }
  requireConfirmed(now, confirmations, rule);
  return null;
}

/**
 * For commands that name every person and account themselves.
 * @throws CodedError INVALID_INPUT when a change of this size requires its number typed, or an account confirmed, and it wasn't
 */
export const requireTyped = (
  counts: Pick<Agreement, 'total' | 'admins' | 'sponsoredAds'>,
  confirmations: Pick<Confirmations, 'typedNumber' | 'confirmedSponsoredAds'>,
  rule: TypingRule,
): void => {
  requireConfirmed({ ...counts, shares: [], yourself: [] }, confirmations, rule);
};

function requireConfirmed(
  agreed: Parameters<typeof missingConfirmations>[0],
  confirmations: Confirmations,
  rule: TypingRule,
): void {
  const { number, shares, sponsoredAds, yourself } = missingConfirmations(agreed, confirmations, rule);
  if (number !== null) throw invalid(agreementErrorText.typeNumber(String(number)));
  const [share] = shares;
  if (share !== undefined)
    throw invalid(agreementErrorText.typeShare(String(share.total), share.accountName));
  const [ads] = sponsoredAds;
  if (ads !== undefined) throw invalid(agreementErrorText.confirmSponsoredAds(ads.accountName));
  const [you] = yourself;
  if (you !== undefined) throw invalid(agreementErrorText.confirmYourself(you.accountName));
}

/** A change that leaves every line unchanged, such as another note in a row, doesn't affect what was agreed. */
const isSame = (agreed: Agreement, now: Agreement): boolean =>
  JSON.stringify(comparable(agreed)) === JSON.stringify(comparable(now));

/** Whether a person saw all of these accounts. One confirmed elsewhere in the meantime isn't missed. */
function shows({ sponsoredAds }: Agreement, accounts: Agreement['sponsoredAds']): boolean {
  const shown = new Set(sponsoredAds.map(({ account }) => accountRefKey(account)));
  return accounts.every(({ account }) => shown.has(accountRefKey(account)));
}

const comparable = ({ digest, total, admins, notify, accounts, shares, yourself }: Agreement): unknown => [
  ...[digest, total, admins, notify],
  shares.map(({ account, total: changed, members }) => [accountRefKey(account), changed, members]),
  yourself.map(memberRefKey),
  accounts.map(({ account, total: own, admins: ownAdmins }) => [
    ...[account.connectionId, account.accountId, own, ownAdmins],
  ]),
];

interface Group {
  readonly realm: string;
  readonly account: Pick<Agreement['accounts'][number], 'account' | 'accountName'>;
  /** The lines, spread evenly: sorting one drawer at a time doesn't block anything, even with 20,000 lines. */
  readonly drawers: readonly string[][];
  /** The members that are changed. */
  readonly userIds: string[];
  total: number;
  admins: number;
}

function newGroup(db: Database, { connectionId, accountId }: AccountRef): Group {
  const found = prepared(
    db,
    `SELECT realm, name FROM ways_in JOIN accounts USING (realm, account_id)
     WHERE connection_id = ? AND account_id = ?`,
  ).get(connectionId, accountId) as { realm: string; name: string } | undefined;
  const account = { connectionId, accountId };
  return {
    realm: found?.realm ?? '',
    account: { account, accountName: found?.name ?? accountId },
    drawers: Array.from({ length: drawersAGroup }, () => []),
    userIds: [],
    total: 0,
    admins: 0,
  };
}

const drawersAGroup = 16;

/** Depends on the line alone, so that the same lines yield the same digest in any order. */
function drawerOf(line: string): number {
  let sum = 0;
  for (let at = 0; at < line.length; at += 1) sum += line.charCodeAt(at);
  return sum % drawersAGroup;
}

const lineOf = ({ kind, emailAddress, userName, role, invitationId, userId, plan }: AgreedChange): string =>
  JSON.stringify([
    ...[kind, emailAddress, userName, role, invitationId],
    ...(userId === null ? [] : [userId]),
    ...(plan === null ? [] : [{ plan }]),
  ]);

/** Identifies a change, whatever happens to its name and role. */
const personOf = ({ connectionId, accountId, emailAddress, invitationId, userId }: AgreedChange): string =>
  JSON.stringify([connectionId, accountId, userId ?? mailboxKey(emailAddress), invitationId]);

/** Each change, by its person. */
type Lines = Map<string, string>;

/** How many agreements are stored line by line: there is one page, and one dialog is open. */
const maxRemembered = 3;

const remembered = new WeakMap<Database, Map<string, Lines>>();

/** Stores the lines of the latest agreements, so that a difference can be counted. */
function remember(db: Database, digest: string, lines: Lines): void {
  const ofDatabase = remembered.get(db) ?? new Map<string, Lines>();
  remembered.set(db, ofDatabase);
  ofDatabase.delete(digest);
  ofDatabase.set(digest, lines);
  for (const oldest of ofDatabase.keys()) {
    if (ofDatabase.size <= maxRemembered) break;
    ofDatabase.delete(oldest);
  }
}

function changedBetween(db: Database, before: string, now: string): number | null {
  const ofDatabase = remembered.get(db);
  const [old, current] = [ofDatabase?.get(before), ofDatabase?.get(now)];
  if (old === undefined || current === undefined) return null;
  const isOther = ([person, line]: [string, string], than: Lines): boolean => than.get(person) !== line;
  const different = [...current].filter((each) => isOther(each, old)).length;
  const gone = [...old.keys()].filter((person) => !current.has(person)).length;
  return different + gone;
}
