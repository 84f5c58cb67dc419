import { isErasedAddress } from '../domain/person/pseudonym';
import { fitsAddress, maxAddress, maxLocalPart } from './addressPattern';
import { latinLookalike, nameOfUnseen, scriptOf, unseenCharacter } from './characters';
import { asciiDomain, tidyAddress } from './addressRepair';
import { addressFaultText } from './addressFaultText';

/** Why a text isn't an address, for people. */
export interface AddressFault {
  /** What is wrong, as a clause after a colon: `there is no @ in it`. */
  readonly what: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
}

const fault = (what: string, remedy = addressFaultText.correctIt): AddressFault => ({ what, remedy });

/** What is wrong with a text as an email address; null if it is one. Runs in linear time. */
export function addressFault(typed: string): AddressFault | null {
  const text = typed.trim();
  if (isErasedAddress(text)) return fault(addressFaultText.erased, addressFaultText.removeIt);
  if (fitsAddress(text)) return null;
  if (text.length > maxAddress)
    return fault(addressFaultText.tooLong(String(maxAddress)), addressFaultText.shortenIt);
  return textFault(text) ?? partsFault(text);
}

/** The sentence for a place that already shows the text. */
export const faultSentence = ({ what, remedy }: AddressFault): string =>
  addressFaultText.notAnAddress(what, remedy);

/** What the text as a whole shows. */
function textFault(text: string): AddressFault | null {
  const unseen = unseenCharacter(text);
  if (unseen !== null) {
    return fault(addressFaultText.unseen(nameOfUnseen(unseen)), addressFaultText.removeIt);
  }
  const ats = text.split('@').length - 1;
  if (ats === 0) return noAt(text);
  if (ats > 1) return severalAts(text);
  if (/^['‘’`´]/.test(text))
    return fault(addressFaultText.apostropheFirst, addressFaultText.removeApostrophe);
  if (/^["“„«][^@]*["”“»]@/.test(text)) {
    return fault(addressFaultText.quoted, addressFaultText.askWithoutThem);
  }
  if (/^https?:/i.test(text)) return fault(addressFaultText.webAddress, addressFaultText.enterEmail);
  if (holdsMore(text)) return fault(addressFaultText.holdsMore, addressFaultText.leaveAddress);
  if (/\s/.test(text)) return fault(addressFaultText.hasSpace, addressFaultText.removeSpace);
  return null;
}

const holdsMore = (text: string): boolean =>
  /[<>]|^(?:mailto|smtp):/i.test(text) ||
  (/[^\w.-]$|^[^\w.]/.test(text) && fitsAddress(tidyAddress(text))) ||
  (/\s/.test(text) && text.split(/\s+/).some((word) => fitsAddress(tidyAddress(word))));

function noAt(text: string): AddressFault {
  const other = /[\uFE6B\uFF20]/.exec(text)?.[0];
  if (other !== undefined) return fault(addressFaultText.otherAt(other), addressFaultText.typeAt);
  return fault(addressFaultText.noAt, addressFaultText.writeLike);
}

function severalAts(text: string): AddressFault {
  const pieces = text.split(/[\s,;/|、，；]+/).map(tidyAddress);
  return pieces.filter(fitsAddress).length > 1
    ? fault(addressFaultText.severalAddresses, addressFaultText.separateRows)
    : fault(addressFaultText.severalAts, addressFaultText.leaveOneAt);
}

function partsFault(text: string): AddressFault {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (
    localFault(local) ?? domainFault(domain) ?? fault(addressFaultText.incomplete, addressFaultText.writeLike)
  );
}

function localFault(local: string): AddressFault | null {
  if (local === '') return fault(addressFaultText.nothingBefore, addressFaultText.writeLike);
  if (local.length > maxLocalPart) {
    return fault(addressFaultText.longBefore(String(maxLocalPart)), addressFaultText.askForRight);
  }
  if (local.startsWith('.') || local.endsWith('.')) {
    return fault(addressFaultText.dotAtEdge, addressFaultText.removeDot);
  }
  if (local.includes('..')) return fault(addressFaultText.twoDots, addressFaultText.removeOne);
  const foreign = /[^\w.!#$%&'*+/=?^`{|}~-]/u.exec(local)?.[0];
  return foreign === undefined ? null : characterFault(foreign, addressFaultText.beforeAt);
}

function domainFault(domain: string): AddressFault | null {
  if (domain === '') return fault(addressFaultText.nothingAfter, addressFaultText.writeLike);
  if (domain.startsWith('[')) return fault(addressFaultText.ipAddress, addressFaultText.askForDomain);
  if (domain.endsWith('.')) return fault(addressFaultText.endsWithDot, addressFaultText.removeDot);
  if (domain.startsWith('.') || domain.includes('..')) {
    return fault(addressFaultText.extraDot, addressFaultText.removeIt);
  }
  return foreignFault(domain) ?? labelFault(domain.split('.'));
}

function foreignFault(domain: string): AddressFault | null {
  const foreign = /[^A-Za-z\d.-]/u.exec(domain)?.[0];
  if (foreign === undefined) return null;
  const ascii = asciiDomain(domain);
  return ascii === null
    ? characterFault(foreign, addressFaultText.afterAt)
    : fault(addressFaultText.internationalized(domain, scriptOf(foreign)), addressFaultText.useAscii(ascii));
}

function characterFault(character: string, where: string): AddressFault {
  const script = scriptOf(character);
  const lookalike = latinLookalike(character);
  if (lookalike !== null) {
    const kind = script ?? addressFaultText.foreignLetter;
    return fault(addressFaultText.lookalike(character, where, kind, lookalike), addressFaultText.typeAgain);
  }
  if (/['‘’´]/.test(character))
    return fault(addressFaultText.typographicApostrophe(character, where), addressFaultText.useApostrophe);
  if (script !== null) {
    return fault(addressFaultText.otherScript(character, where, script), addressFaultText.askForLatin);
  }
  if (/\p{L}/u.test(character)) {
    return fault(addressFaultText.otherLetter(character, where), addressFaultText.askWithoutIt);
  }
  return fault(addressFaultText.notAllowed(character, where));
}

function labelFault(labels: readonly string[]): AddressFault | null {
  const ending = labels.at(-1) ?? '';
  if (labels.length === 1) return fault(addressFaultText.noEnding, addressFaultText.writeLike);
  const edge = labels.find((label) => label.startsWith('-') || label.endsWith('-'));
  if (edge !== undefined) return fault(addressFaultText.hyphenAtEdge(edge));
  const long = labels.find((label) => label.length > 63);
  if (long !== undefined) return fault(addressFaultText.longLabel);
  return fault(addressFaultText.noSuchEnding(ending));
}
