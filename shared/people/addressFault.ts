import { fitsAddress, maxAddress, maxLocalPart } from './addressPattern';
import { latinLookalike, nameOfUnseen, scriptOf, unseenCharacter } from './characters';
import { asciiDomain, tidyAddress } from './addressRepair';

/** Why a text isn't an address, for people. */
export interface AddressFault {
  /** What is wrong, as a clause after a colon: `there is no @ in it`. */
  readonly what: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
}

const fault = (what: string, remedy = 'Correct it.'): AddressFault => ({ what, remedy });

/** What is wrong with a text as an email address; null if it is one. Runs in linear time. */
export function addressFault(typed: string): AddressFault | null {
  const text = typed.trim();
  if (fitsAddress(text)) return null;
  if (text.length > maxAddress)
    return fault(`it has more than ${String(maxAddress)} characters`, 'Shorten it.');
  return textFault(text) ?? partsFault(text);
}

/** The sentence for a place that already shows the text. */
export const faultSentence = ({ what, remedy }: AddressFault): string =>
  `This is not an email address: ${what}. ${remedy}`;

/** What the text as a whole shows. */
function textFault(text: string): AddressFault | null {
  const unseen = unseenCharacter(text);
  if (unseen !== null) {
    return fault(
      `it contains an invisible character, ${nameOfUnseen(unseen)}, here shown as ␣`,
      'Remove it.',
    );
  }
  const ats = text.split('@').length - 1;
  if (ats === 0) return noAt(text);
  if (ats > 1) return severalAts(text);
  if (/^['‘’`´]/.test(text)) return fault('it begins with an apostrophe', 'Remove the apostrophe.');
  if (/^["“„«][^@]*["”“»]@/.test(text)) {
    return fault('the part before the @ is in quotation marks', 'Ask for an address without them.');
  }
  if (/^https?:/i.test(text)) return fault('it is a web address', 'Enter the person’s email address.');
  if (holdsMore(text)) return fault('it contains more than the address', 'Leave only the address.');
  if (/\s/.test(text)) return fault('there is a space in it', 'Remove the space.');
  return null;
}

const holdsMore = (text: string): boolean =>
  /[<>]|^(?:mailto|smtp):/i.test(text) ||
  (/[^\w.-]$|^[^\w.]/.test(text) && fitsAddress(tidyAddress(text))) ||
  (/\s/.test(text) && text.split(/\s+/).some((word) => fitsAddress(tidyAddress(word))));

function noAt(text: string): AddressFault {
  const other = /[\uFE6B\uFF20]/.exec(text)?.[0];
  if (other !== undefined) return fault(`“${other}” is where @ belongs`, 'Type an @ in its place.');
  return fault('there is no @ in it', 'Write it like name@example.com.');
}

function severalAts(text: string): AddressFault {
  const pieces = text.split(/[\s,;/|、，；]+/).map(tidyAddress);
  return pieces.filter(fitsAddress).length > 1
    ? fault('it contains more than one address', 'Enter each person in a separate row.')
    : fault('there is more than one @ in it', 'Leave one @.');
}

function partsFault(text: string): AddressFault {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (
    localFault(local) ?? domainFault(domain) ?? fault('it is not complete', 'Write it like name@example.com.')
  );
}

function localFault(local: string): AddressFault | null {
  if (local === '') return fault('there is nothing before the @', 'Write it like name@example.com.');
  if (local.length > maxLocalPart) {
    return fault(
      `there are more than ${String(maxLocalPart)} characters before the @`,
      'Ask for the right address.',
    );
  }
  if (local.startsWith('.') || local.endsWith('.')) {
    return fault('the part before the @ begins or ends with a dot', 'Remove the dot.');
  }
  if (local.includes('..')) return fault('there are two dots in a row', 'Remove one.');
  const foreign = /[^\w.!#$%&'*+/=?^`{|}~-]/u.exec(local)?.[0];
  return foreign === undefined ? null : characterFault(foreign, 'before the @');
}

function domainFault(domain: string): AddressFault | null {
  if (domain === '') return fault('there is nothing after the @', 'Write it like name@example.com.');
  if (domain.startsWith('['))
    return fault('a computer’s IP address is after the @', 'Ask for an address with a domain.');
  if (domain.endsWith('.')) return fault('it ends with a dot', 'Remove the dot.');
  if (domain.startsWith('.') || domain.includes('..')) {
    return fault('there’s an extra dot after the @', 'Remove it.');
  }
  return foreignFault(domain) ?? labelFault(domain.split('.'));
}

function foreignFault(domain: string): AddressFault | null {
  const foreign = /[^A-Za-z\d.-]/u.exec(domain)?.[0];
  if (foreign === undefined) return null;
  const ascii = asciiDomain(domain);
  return ascii === null
    ? characterFault(foreign, 'after the @')
    : fault(`${domain} is an internationalized domain${inScript(foreign)}`, `Use its ASCII form, ${ascii}.`);
}

function inScript(character: string): string {
  const script = scriptOf(character);
  return script === null ? '' : ` in ${script} letters`;
}

function characterFault(character: string, where: string): AddressFault {
  const script = scriptOf(character);
  const lookalike = latinLookalike(character);
  if (lookalike !== null) {
    const kind = script ?? 'a foreign letter';
    return fault(
      `“${character}” ${where} is ${kind} and only looks like “${lookalike}”`,
      'Type the address again.',
    );
  }
  if (/['‘’´]/.test(character))
    return fault(`“${character}” ${where} is a typographic apostrophe`, "Use “'”.");
  if (script !== null) {
    return fault(
      `“${character}” ${where} is ${script}`,
      'Amazon may not accept it: ask for an address in Latin letters.',
    );
  }
  if (/\p{L}/u.test(character)) {
    return fault(
      `“${character}” ${where} isn’t a letter from a to z`,
      'Amazon may not accept it: ask for an address without it.',
    );
  }
  return fault(`“${character}” isn’t allowed ${where}`);
}

function labelFault(labels: readonly string[]): AddressFault | null {
  const ending = labels.at(-1) ?? '';
  if (labels.length === 1)
    return fault('the domain has no ending, such as .com', 'Write it like name@example.com.');
  const edge = labels.find((label) => label.startsWith('-') || label.endsWith('-'));
  if (edge !== undefined) return fault(`“${edge}” begins or ends with a hyphen`);
  const long = labels.find((label) => label.length > 63);
  if (long !== undefined) return fault('a part of the domain has more than 63 characters');
  return fault(`no domain ends with .${ending}`);
}
