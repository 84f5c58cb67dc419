import { actionText, resultName } from '../../../shared/domain/activity';
import { formatExactly } from '../../../shared/text/formats';
import type { LeaverProof, ProofAccount } from './leaverProof';
import { actorName } from './proofFacts';
import { proofText } from './proofText';

/** One section of a proof as people read it. */
export interface ProofTable {
  readonly id: string;
  readonly title: string;
  /** What the rows mean; null if that is plain. */
  readonly note: string | null;
  /** What the section says without rows. */
  readonly empty: string;
  readonly headers: readonly string[];
  /** A row's cells, each in one or more lines. The first cell names the row. */
  readonly rows: readonly (readonly Lines[])[];
}

type Lines = readonly string[];

interface Column<Row> {
  readonly header: string;
  readonly lines: (row: Row) => readonly (string | null)[];
}

/** The sections of a proof, in the order in which they matter: what nobody knows comes first. */
export const proofTables = (proof: LeaverProof): ProofTable[] => [
  table('unread', proof.unread, [
    account,
    { header: proofText.unreadReason, lines: ({ reason }) => [reason] },
    { header: proofText.lastRead, lines: ({ asOf }) => [timeOrNever(asOf)] },
  ]),
  table('done', proof.done, [
    { header: proofText.time, lines: ({ at }) => [formatExactly(at)] },
    {
      header: proofText.by,
      lines: ({ actor, connectionLabel }) => [actorName(actor), proofText.through(connectionLabel)],
    },
    account,
    { header: proofText.action, lines: (entry) => [actionText(entry)] },
    {
      header: proofText.person,
      lines: ({ userName, ...member }) => [userName, ...personLines(member)],
    },
    { header: proofText.result, lines: (entry) => [resultName(entry)] },
    { header: proofText.details, lines: ({ detail }) => [detail ?? proofText.noDetails] },
    { header: proofText.requestId, lines: ({ requestId }) => [requestId] },
  ]),
  table('open', proof.open, [
    account,
    { header: proofText.action, lines: ({ action }) => [action] },
    { header: proofText.person, lines: personLines },
    { header: proofText.status, lines: ({ status }) => [status] },
  ]),
  table('remains', proof.remains, [
    account,
    { header: proofText.access, lines: ({ what }) => [what] },
    { header: proofText.person, lines: personLines },
    { header: proofText.certainty, lines: ({ certainty }) => [certainty] },
    { header: proofText.reason, lines: ({ reason }) => [reason] },
    { header: proofText.asOf, lines: ({ asOf }) => [formatExactly(asOf)] },
  ]),
  table('ages', proof.ages, [
    account,
    { header: proofText.membersAsOf, lines: ({ membersAsOf }) => [timeOrNever(membersAsOf)] },
    { header: proofText.invitationsAsOf, lines: ({ invitationsAsOf }) => [timeOrNever(invitationsAsOf)] },
  ]),
];

const about = {
  unread: { title: proofText.unread, note: proofText.unreadNote, empty: proofText.noUnread },
  done: { title: proofText.done, note: proofText.doneNote, empty: proofText.noDone },
  open: { title: proofText.open, note: proofText.openNote, empty: proofText.noOpen },
  remains: { title: proofText.remains, note: proofText.remainsNote, empty: proofText.noRemains },
  ages: { title: proofText.ages, note: null, empty: proofText.noAges },
};

function table<Row>(
  id: keyof typeof about,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): ProofTable {
  return {
    id,
    ...about[id],
    headers: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map(({ lines }) => recorded(lines(row)))),
  };
}

/** The lines that say something; one that says so if none does. */
function recorded(lines: readonly (string | null)[]): Lines {
  const known = lines.flatMap((line) => (line === null || line.trim() === '' ? [] : [line]));
  return known.length === 0 ? [proofText.notRecorded] : known;
}

const account: Column<ProofAccount> = {
  header: proofText.account,
  lines: ({ accountName, accountId, realm }) => [
    accountName,
    accountId,
    realm === 'amazon' ? null : proofText.realm(realm),
  ],
};

const personLines = ({
  emailAddress,
  userId,
}: {
  readonly emailAddress: string;
  readonly userId: string | null;
}): (string | null)[] => [emailAddress, userId === null ? null : proofText.userId(userId)];

const timeOrNever = (at: number | null): string => (at === null ? proofText.never : formatExactly(at));
