/**
 * Retired in comments and in test titles, each with what to say instead (docs say why: plain English that a stranger follows).
 * Names in backticks are those of the code, and may be stored or public.
 */
const retiredPhrases: ReadonlyMap<string, string> = new Map([
  ['told', 'say what happens: reported, shown, notified, distinguished'],
  ['in vain', 'say without success'],
  ['anew', 'say again'],
  ['so many', 'say this many, or max number of'],
  ['whoever', 'say who it is: the caller, a person who …'],
  ['lapsed', 'say expired'],
  ['lapses', 'say expires'],
  ['by itself', 'say automatically, or alone'],
  ['by themselves', 'say automatically, or alone'],
  ['any more', 'say anymore, or no longer'],
  ['way in', 'say connection, or access'],
  ['ways in', 'say connections'],
  ['mended', 'say fixed or repaired'],
]);

/** Retired in test titles as well. */
const retiredInTitles: ReadonlyMap<string, string> = new Map([
  ...retiredPhrases,
  ['tells', 'say shows, reports or notifies'],
  ['chosen', 'say selected'],
  ['trouble', 'say problem'],
  ['once more', 'say again'],
  ['goes on', 'say continues'],
  ['go on', 'say continue'],
  ['became of', 'say what happened to'],
  ['becomes of', 'say what happens to'],
  ['of its own', 'say its own …, separate, or new'],
  ['of their own', 'say their own …, separate, or new'],
  ['stands', 'say is'],
]);

const anyOf = (phrases: ReadonlyMap<string, string>, flags: string): RegExp =>
  new RegExp(`\\b(${[...phrases.keys()].join('|')})\\b`, flags);

const found = (phrases: ReadonlyMap<string, string>, text: string): readonly string[] =>
  [...text.replace(/`[^`]*`/g, '``').matchAll(anyOf(phrases, 'gi'))].map(
    ([phrase]) => `“${phrase}” is retired; ${phrases.get(phrase.toLowerCase()) ?? ''}`,
  );

/** Whether a text has a phrase retired in comments anywhere, also in backticks. */
export const mentionsRetiredPhrase = (text: string): boolean => anyOf(retiredPhrases, 'i').test(text);

/** The retired phrases in the text of a comment, each with what to say instead. */
export const retiredPhrasesIn = (comment: string): readonly string[] => found(retiredPhrases, comment);

/** The retired phrases in a test title, each with what to say instead. */
export const retiredPhrasesInTitle = (title: string): readonly string[] => found(retiredInTitles, title);
