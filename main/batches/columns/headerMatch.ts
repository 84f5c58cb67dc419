import {
  besideWords,
  columnKinds,
  columnWords,
  companyWords,
  eitherNameWords,
  mailWords,
  otherPersonWords,
  ownWords,
  type ColumnKind,
} from './columnWords';
import { remembered } from '../../../shared/domain/batch/rules/remembered';
import { cleanHeader, isCjk, plainHeader, wordsOf } from '../../../shared/text/headerText';

/** How well a header names one kind of column: 100 at most, 0 if nothing suggests it. */
export type HeaderScores = Readonly<Record<ColumnKind, number>>;

/** What a header says of its column. */
export interface HeaderMeaning {
  readonly scores: HeaderScores;
  /** How well it names addresses: 3 exactly, 2 those of the row's person, 1 somehow, 0 not at all. */
  readonly mailTier: 0 | 1 | 2 | 3;
  /** It is about an owner, a manager or a requester, or is a second address. */
  readonly isOfSomeoneElse: boolean;
  /** "Name" and the like, which is only part of a name if the other part has its own column. */
  readonly isEitherName: boolean;
  readonly isCompany: boolean;
}

interface Phrase {
  readonly plain: string;
  readonly words: readonly string[];
}

const phraseOf = (text: string): Phrase => ({ plain: plainHeader(text), words: wordsOf(text) });
const phrasesOf = (texts: readonly string[]): readonly Phrase[] => texts.map(phraseOf);

const phrases = Object.fromEntries(
  columnKinds.map((kind) => [kind, phrasesOf(columnWords[kind])]),
) as unknown as Readonly<Record<ColumnKind, readonly Phrase[]>>;
const ranks = Object.fromEntries(
  columnKinds.map((kind) => [kind, new Map(phrases[kind].map(({ plain }, rank) => [plain, rank]))]),
) as unknown as Readonly<Record<ColumnKind, ReadonlyMap<string, number>>>;
const mails = phrasesOf(mailWords);
const own = new Set(ownWords.map(plainHeader));
const others = phrasesOf(otherPersonWords);
const beside = phrasesOf(besideWords);
const eitherNames = new Set(eitherNameWords.map(plainHeader));
const companies = new Set(companyWords.map(plainHeader));

/**
 * The words that name a column inside a longer header too. For a name only specific ones: "User ID" and "Last login" aren't
 * names.
 */
const contained: Readonly<Record<ColumnKind, readonly Phrase[]>> = {
  ...phrases,
  userName: phrases.userName.filter(({ plain, words }) =>
    [...words, plain].some((word) => eitherNames.has(word) || word.endsWith('name') || word.includes('名')),
  ),
  givenName: phrases.givenName.filter(({ plain }) => !['first', 'given'].includes(plain)),
  familyName: phrases.familyName.filter(({ plain }) => !['last', 'family'].includes(plain)),
};

/** How much less each exact word is worth than the one before it. */
const rankStep = 0.5;
const wholeNameScore = 85;
const containedScore = 55;

/** What a header means. */
export const meaningOf: (header: string) => HeaderMeaning = remembered(readHeader);

/** Whether a text is one of the words that name columns, and nothing else. */
export const isColumnWord = (text: string): boolean => {
  const plain = plainHeader(cleanHeader(text));
  return columnKinds.some((kind) => ranks[kind].has(plain));
};

function readHeader(text: string): HeaderMeaning {
  const header = { plain: plainHeader(cleanHeader(text)), words: wordsOf(text) };
  const isExact = columnKinds.some((kind) => ranks[kind].has(header.plain));
  const isOfSomeoneElse = holdsAny(header, others);
  const scores = isExact ? exactScores(header) : containedScores(header);
  if (isOfSomeoneElse) for (const kind of personal) scores[kind] = 0;
  return {
    scores,
    mailTier: mailTierOf(header),
    isOfSomeoneElse,
    isEitherName: eitherNames.has(header.plain),
    isCompany: companies.has(header.plain),
  };
}

/** An owner's name isn't one to invite, and the account's owner isn't the account. */
const personal = ['userName', 'givenName', 'familyName', 'account'] as const;

type Scores = Record<ColumnKind, number>;

const noScores = (): Scores => Object.fromEntries(columnKinds.map((kind) => [kind, 0])) as unknown as Scores;

function exactScores({ plain }: Phrase): Scores {
  const scores = noScores();
  for (const kind of columnKinds) {
    const rank = ranks[kind].get(plain);
    if (rank !== undefined) scores[kind] = 100 - rank * rankStep;
  }
  return scores;
}

/** By the longest words of each kind in the header: "Which account name?" is the account, not a name. */
function containedScores(header: Phrase): Scores {
  const scores = noScores();
  const lengths = columnKinds.map((kind) => [kind, maxPhraseLength(header, kind)] as const);
  const maxLength = Math.max(...lengths.map(([, length]) => length));
  if (maxLength === 0) return scores;
  if (isWholeName(header)) return { ...scores, userName: wholeNameScore };
  if (holdsAny(header, beside)) return scores;
  const isNameOnly = lengths.every(([kind, length]) => kind === 'userName' || length < maxLength);
  for (const [kind, length] of lengths) {
    if (length === maxLength && (kind !== 'userName' || isNameOnly)) scores[kind] = containedScore;
  }
  return scores;
}

function maxPhraseLength(header: Phrase, kind: ColumnKind): number {
  if (kind === 'emailAddress') return 0;
  const found = contained[kind].filter((phrase) => holds(header, phrase));
  return Math.max(0, ...found.map(({ plain }) => plain.length));
}

/** Both parts of a name in one header: "Vorname Nachname", "Name, Vorname". */
function isWholeName(header: Phrase): boolean {
  const given = phrases.givenName.find((phrase) => holds(header, phrase));
  if (given === undefined) return false;
  const from = header.words.findIndex((_, at) =>
    given.words.every((word, index) => header.words[at + index] === word),
  );
  const rest = header.words.filter((_, at) => at < from || at >= from + given.words.length);
  const other = { plain: rest.join(''), words: rest };
  return holdsAny(other, phrases.familyName) || rest.some((word) => eitherNames.has(word));
}

function mailTierOf({ plain, words }: Phrase): HeaderMeaning['mailTier'] {
  if (ranks.emailAddress.has(plain)) return 3;
  const mail = mails.find((phrase) => plain.includes(phrase.plain));
  if (mail === undefined) return 0;
  const rest = plain.replace(mail.plain, ' ');
  const isOwn =
    words.every((word) => own.has(word) || word === 'e' || mails.some((each) => word.includes(each.plain))) ||
    own.has(rest.trim());
  return isOwn ? 2 : 1;
}

const holdsAny = (header: Phrase, wanted: readonly Phrase[]): boolean =>
  wanted.some((phrase) => holds(header, phrase));

/** Whether the header contains the phrase as words, or anywhere for scripts without spaces and for long words in compounds. */
function holds(header: Phrase, { plain, words }: Phrase): boolean {
  if (isCjk(plain.normalize('NFC'))) return plain.length >= 2 && header.plain.includes(plain);
  if (words.length === 1 && plain.length >= longWordLength && header.plain.includes(plain)) return true;
  return header.words.some((_, at) => words.every((word, index) => header.words[at + index] === word));
}

/** Words of at least this length are found inside compounds: "Vorgesetztenmail". */
const longWordLength = 8;
