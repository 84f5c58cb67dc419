import type { CheckedInput } from '../../../shared/bridge/ipc';
import type { Identity } from '../../../shared/domain/person/identity';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import { CodedError } from '../../../shared/errors';
import { transaction } from '../../storage/transaction';
import { accessErrorText } from '../accessErrorText';
import { accessOfMember } from '../members/listing/listPeople';
import { isWholeAddress } from '../refresh/evidence';
import type { AccessDeps } from '../types';
import { writeDecision, type DatedDecision } from './decisions';
import { readIdentities, type KnownIdentity } from './identities';
import { linkOf, standingDecisions, type Decision } from './identityRules';

type LedgerDeps = Pick<AccessDeps, 'db' | 'now' | 'changed'>;

/** Which address is behind a user ID, and how certain that is; answers from the stored data alone. */
export interface IdentityLedger {
  /** See 'people.identity'. Throws a CodedError NOT_FOUND for a user ID that no account lists, or listed. */
  identityOf(realm: string, userId: string): Identity;
  /** See 'people.decide'. Throws a CodedError NOT_FOUND or INVALID_INPUT, and then nothing was written. */
  decide(decision: CheckedInput<'people.decide'>): void;
}

export function createIdentityLedger(deps: LedgerDeps): IdentityLedger {
  const { db, now, changed } = deps;
  return {
    identityOf(realm, userId) {
      const { facts, link } = requireIdentity(deps, realm, userId);
      return {
        ...{ realm, userId, ...link },
        candidates: [...link.candidates],
        accounts: accessOfMember(db, { realm, userId }).access,
        decisions: standingDecisions(facts.decisions).map(shownDecision),
        colleagues: facts.colleagues.map(({ address: emailAddress, ...decided }) => ({
          ...decided,
          emailAddress,
        })),
      };
    },
    decide({ realm, userId, emailAddress, kind }) {
      const isNew = transaction(db, () => {
        const { facts } = requireIdentity(deps, realm, userId);
        if (!mustBeWritten(facts, { kind, address: emailAddress })) return false;
        writeDecision(db, { realm, userId, key: mailboxKey(emailAddress) }, kind, now());
        return true;
      });
      if (isNew) changed('people.changed');
    },
  };
}

function requireIdentity({ db }: LedgerDeps, realm: string, userId: string): KnownIdentity {
  const known = readIdentities(db, realm, [userId]).get(userId);
  if (known !== undefined) return known;
  throw new CodedError({ code: 'NOT_FOUND', message: accessErrorText.unknownUser(userId) });
}

/**
 * Whether a decision changes what is decided.
 * @throws CodedError INVALID_INPUT if it can't be made
 */
function mustBeWritten(facts: KnownIdentity['facts'], decision: Decision): boolean {
  const { kind, address } = decision;
  const key = mailboxKey(address);
  const standing = standingDecisions(facts.decisions).find((each) => mailboxKey(each.address) === key);
  if (kind === 'undo') {
    if (standing === undefined) throw invalid(accessErrorText.nothingDecided(address, facts.userId));
  } else {
    if (!isWholeAddress(address)) throw invalid(accessErrorText.notWholeAddress(address));
    // Otherwise undoing it once would leave it in force.
    if (standing?.kind === kind) return false;
  }
  // Undoing "not the same" can bring back an earlier confirmation.
  const { rule, candidates } = linkOf({ ...facts, decisions: [...facts.decisions, decision] });
  const other = candidates.find((each) => each !== key);
  if (rule === 'confirmed' && candidates.length > 1 && other !== undefined) {
    throw invalid(accessErrorText.otherConfirmed(other, facts.userId));
  }
  return true;
}

const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });

function shownDecision({ kind, address, at }: DatedDecision): Identity['decisions'][number] {
  return { kind: kind === 'same' ? 'same' : 'notSame', emailAddress: address, at };
}
