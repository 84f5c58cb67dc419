import { actionText, actorParts, resultName } from '../../../shared/domain/activity';
import { byteOrderMark, csvLines, spreadsheetTime, type Cell } from '../../files/csv';
import type { LeaverProof, ProofAccount } from './leaverProof';
import { requestedBy, summaryOf, titleOf } from './proofFacts';
import { proofText } from './proofText';

/** The columns of the file, by the field of a line. */
const headers = {
  section: 'Section',
  at: 'Time (UTC)',
  who: 'Who',
  whoseEmail: 'Whose email',
  connection: 'Connection',
  what: 'What',
  person: 'Person',
  emailAddress: 'Email',
  userId: 'User ID',
  account: 'Account',
  accountId: 'Account ID',
  realm: 'Realm',
  result: 'Result',
  certainty: proofText.certainty,
  details: 'Details',
  requestId: 'Amazon’s request ID',
  asOf: 'As of (UTC)',
  membersAsOf: 'Members as of (UTC)',
  invitationsAsOf: 'Invitations as of (UTC)',
};

type Field = keyof typeof headers;
/** One line of the file; what it doesn't have is an empty cell. */
type Line = Partial<Record<Field, Cell>>;

const fields = Object.keys(headers) as Field[];

/** How many lines are written without a pause: a few milliseconds' worth. */
const linesPerSlice = 500;

/** A proof as CSV in slices: a line for each fact, with the section it belongs to. A section without facts has one that says so. */
export function* proofCsv(proof: LeaverProof): Generator<string> {
  yield byteOrderMark + csvLines([fields.map((field) => headers[field])]);
  const lines = linesOf(proof);
  for (let first = 0; first < lines.length; first += linesPerSlice) {
    const slice = lines.slice(first, first + linesPerSlice);
    yield csvLines(slice.map((line) => fields.map((field) => line[field] ?? null)));
  }
}

const linesOf = (proof: LeaverProof): Line[] => [
  ...aboutLines(proof),
  ...section(proofText.unread, proofText.noUnread, proof.unread, ({ reason, asOf, ...account }) => ({
    ...accountCells(account),
    details: reason,
    asOf: timeOrNever(asOf),
  })),
  ...section(proofText.done, proofText.noDone, proof.done, (entry) => ({
    ...accountCells(entry),
    at: spreadsheetTime(entry.at),
    who: actorParts(entry.actor).name,
    whoseEmail: actorParts(entry.actor).emailAddress,
    connection: entry.connectionLabel,
    what: actionText(entry),
    person: entry.userName,
    emailAddress: entry.emailAddress,
    userId: entry.userId,
    result: resultName(entry),
    details: entry.detail,
    requestId: entry.requestId,
  })),
  ...section(
    proofText.open,
    proofText.noOpen,
    proof.open,
    ({ action, status, emailAddress, userId, ...account }) => ({
      ...accountCells(account),
      what: action,
      result: status,
      emailAddress,
      userId,
    }),
  ),
  ...section(proofText.remains, proofText.noRemains, proof.remains, (remaining) => ({
    ...accountCells(remaining),
    what: remaining.what,
    emailAddress: remaining.emailAddress,
    userId: remaining.userId,
    certainty: remaining.certainty,
    details: remaining.reason,
    asOf: spreadsheetTime(remaining.asOf),
  })),
  ...section(
    proofText.ages,
    proofText.noAges,
    proof.ages,
    ({ membersAsOf, invitationsAsOf, ...account }) => ({
      ...accountCells(account),
      membersAsOf: timeOrNever(membersAsOf),
      invitationsAsOf: timeOrNever(invitationsAsOf),
    }),
  ),
];

/** Who, when and by whom; first of all that nothing of it happened at Amazon. */
function aboutLines(proof: LeaverProof): Line[] {
  const { person, startedAt, madeAt, isSandbox } = proof;
  const about = (what: string | null, line: Line): Line => ({ section: proofText.about, what, ...line });
  const each = (what: string, values: readonly string[], none = proofText.none): Line[] =>
    (values.length === 0 ? [none] : values).map((details) => about(what, { details }));
  return [
    ...(isSandbox ? [about(null, { details: proofText.sandbox })] : []),
    about(null, { details: titleOf(proof) }),
    ...each(proofText.names, person.names),
    ...each(proofText.emailAddresses, person.emailAddresses),
    ...each(proofText.userIds, person.userIds),
    about(proofText.startedAt, { at: spreadsheetTime(startedAt) }),
    about(proofText.madeAt, { at: spreadsheetTime(madeAt) }),
    ...each(proofText.requestedBy, requestedBy(proof), proofText.noResultYet),
    ...each(proofText.summary, summaryOf(proof)),
    about(null, { details: proofText.limits }),
  ];
}

const section = <Row>(
  title: string,
  empty: string,
  rows: readonly Row[],
  lineOf: (row: Row) => Line,
): Line[] =>
  rows.length === 0
    ? [{ section: title, details: empty }]
    : rows.map((row) => ({ section: title, ...lineOf(row) }));

const accountCells = ({ accountName, accountId, realm }: ProofAccount): Line => ({
  account: accountName,
  accountId,
  realm,
});

const timeOrNever = (at: number | null): string => (at === null ? proofText.never : spreadsheetTime(at));
