import { isDeepStrictEqual } from 'node:util';
import type { Topic } from '../../../shared/bridge/channels';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import {
  isErasureOpen,
  isErasureTyped,
  type ErasurePlan,
  type ErasureSubject,
} from '../../../shared/domain/person/erasure';
import { memberPersonKey } from '../../../shared/domain/person/memberPerson';
import type { SavedViews } from '../../../shared/domain/savedViews';
import { pseudonymOf } from '../../../shared/domain/person/pseudonym';
import { CodedError } from '../../../shared/errors';
import { personMembers } from '../../access/ledger/personMembers';
import { removeCopies } from '../../storage/copyBeforeRebuild';
import { copiesSetAside } from '../../storage/dataPlace/setAside';
import type { Database } from '../../storage/database';
import { overwriting, rewriteFile } from '../../storage/overwriting';
import { atOnce, inTurns } from '../../storage/stepwise';
import { erasingErrorText } from './erasingErrorText';
import { erasingText } from './erasingText';
import { openThings } from './obstacles';
import { viewsWithout, type StoredViews } from './personViews';
import { planErasure, type PlannedErasure } from './planErasure';
import { noTeamErasing, type TeamErasing } from './teamErasing';
import { writeErasure } from './writeErasure';

/** What is recorded about an erasure: no personal datum. */
export interface RecordedErasure {
  /** ms since 1970. */
  readonly at: number;
  readonly emailAddress: string;
  readonly userName: string;
  readonly actor: string;
  readonly detail: string;
}

export interface ErasingDeps {
  readonly db: Database;
  /** ms since 1970. */
  readonly now: () => number;
  readonly changed: (topic: Topic) => void;
  /** Appends to the activity record. Called inside the transaction that erases. */
  readonly record: (erasure: RecordedErasure) => void;
  readonly savedViews: StoredViews;
  readonly team?: TeamErasing;
}

/** Erasing what is stored about a person. */
export interface Erasing {
  /** See 'people.planErasure'. */
  plan(subject: ErasureSubject): Promise<ErasurePlan>;
  /** See 'people.erase'. Rejects with a CodedError INVALID_INPUT or NOT_FOUND; then nothing was erased. */
  erase(input: CheckedInput<'people.erase'>): Promise<ChannelOutput<'people.erase'>>;
}

export function createErasing(deps: ErasingDeps): Erasing {
  return {
    async plan(subject) {
      const { plan } = await planNow(deps, requireSubject(subject));
      return plan;
    },
    erase: (input) => erase(deps, input),
  };
}

/** How often looking through everything begins again because something was written meanwhile, before nothing else may run. */
const attempts = 4;

async function erase(
  deps: ErasingDeps,
  input: CheckedInput<'people.erase'>,
): Promise<ChannelOutput<'people.erase'>> {
  const { db } = deps;
  const subject = requireSubject(input.subject);
  if (!isErasureTyped(input.typed)) throw invalid(erasingErrorText.notTyped);
  for (;;) {
    const found = await planNow(deps, subject);
    // Whatever ran since may have written; from here on nothing else runs.
    if (!found.isCurrent()) continue;
    const { planned, plan, views } = found;
    if (!isDeepStrictEqual(plan, input.agreed)) return { erased: false, plan };
    requireErasable(plan);
    const writeForTeam = (deps.team ?? noTeamErasing).prepare(planned.facts, input.inTeam === true);
    removeCopies(fileOf(db));
    const written = writeRequested(deps, planned, writeForTeam);
    rewriteFile(db);
    // Last: a person who is still in a view can be erased again, even if nothing else is left of them.
    if (plan.counts.savedViews > 0) deps.savedViews.write(views);
    written.tellTeam();
    tellAll(deps);
    return { erased: true, emailAddress: written.emailAddress };
  }
}

/** @throws CodedError INVALID_INPUT while something is open, NOT_FOUND if nothing is stored */
function requireErasable({ obstacles, counts }: ErasurePlan): void {
  if (isErasureOpen(obstacles)) throw invalid(erasingErrorText.open);
  if (Object.values(counts).some((count) => count > 0)) return;
  throw new CodedError({ code: 'NOT_FOUND', message: erasingErrorText.nothing });
}

/** @returns the address of the pseudonym, and what has the team do its part */
function writeRequested(
  { db, now, record, team = noTeamErasing }: ErasingDeps,
  planned: PlannedErasure,
  writeForTeam: ReturnType<TeamErasing['prepare']>,
): { readonly emailAddress: string; readonly tellTeam: () => void } {
  const { facts, number } = planned;
  const { name, address } = pseudonymOf(number);
  const at = now();
  const begun = overwriting(db, () => {
    const erasure = { number, erasureId: writeErasure(db, planned, { reason: 'request', at }) };
    writeForTeam(erasure);
    const detail = erasingText.counts(planned.counts);
    record({ at, emailAddress: address, userName: name, actor: erasingText.byRequest, detail });
    return erasure;
  });
  return { emailAddress: address, tellTeam: () => team.erased(facts, begun) };
}

/** What would be erased, and whether nothing was written since. */
interface Found {
  readonly planned: PlannedErasure;
  readonly plan: ErasurePlan;
  /** The saved views as they become. */
  readonly views: SavedViews;
  readonly isCurrent: () => boolean;
}

async function planNow({ db, now, savedViews }: ErasingDeps, subject: ErasureSubject): Promise<Found> {
  const undisturbed = await plannedUndisturbed(db, subject);
  const writes = writesOf(db);
  const { facts, number } = undisturbed;
  const { views, changed } = viewsWithout(savedViews.read(), facts, number);
  const counts = { ...undisturbed.counts, savedViews: changed };
  const planned = { ...undisturbed, counts };
  const { obstacles, unreachable } = openThings(db, facts, now());
  const uncertain = new Set(
    facts.addresses
      .flatMap((address) => personMembers(db, address))
      .filter(({ member }) => member.confidence !== 'certain')
      .map(({ realm, member }) => memberPersonKey({ realm, userId: member.userId })),
  );
  const plan: ErasurePlan = {
    emailAddresses: [...facts.addresses],
    members: [...facts.users],
    names: [...facts.names],
    ...{ counts, obstacles, unreachable },
    uncertain: uncertain.size,
    damagedCopies: copiesSetAside(fileOf(db)),
  };
  return { planned, plan, views, isCurrent: () => writesOf(db) === writes };
}

/** Looks through everything in slices; begins again if anything was written meanwhile, and in the end lets nothing else run. */
async function plannedUndisturbed(db: Database, subject: ErasureSubject): Promise<PlannedErasure> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    const before = writesOf(db);
    const planned = await inTurns(planErasure(db, subject));
    if (writesOf(db) === before) return planned;
  }
  return atOnce(planErasure(db, subject));
}

/** Grows with every row that is written. */
const writesOf = (db: Database): number =>
  (db.prepare('SELECT total_changes() AS writes').get() as { readonly writes: number }).writes;

/** The path of the database's file; empty if it is in memory. */
const fileOf = (db: Database): string =>
  (db.prepare(`SELECT file FROM pragma_database_list WHERE name = 'main'`).get() as { readonly file: string })
    .file;

/** Everything on screen may show the person. */
export function tellAll({ changed }: Pick<ErasingDeps, 'changed'>): void {
  const topics: readonly Topic[] = [
    'settings.changed',
    'connections.changed',
    'invitations.changed',
    'members.changed',
    'people.changed',
    'operations.changed',
    'redeem.changed',
    'batches.changed',
  ];
  for (const topic of topics) changed(topic);
}

/** @throws CodedError INVALID_INPUT without an address and without a user ID */
function requireSubject(subject: ErasureSubject): ErasureSubject {
  if (subject.emailAddresses.length + subject.members.length > 0) return subject;
  throw invalid(erasingErrorText.noSubject);
}

const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
