import { mailboxKey } from '../../../shared/domain/invitation/person';
import { addToGroup } from '../../../shared/util/groupBy';
import { fitterOf, partsOfMask } from '../accountUsers';

/** Whole addresses, in the form of `mailboxKey`, found by the masks they fit. */
export interface AddressIndex {
  /** Those that somebody listed like this can have, as `linkOf` understands it: all if the text is empty. */
  fitting(listedAs: string): readonly string[];
}

/**
 * An index for many questions: an address is found by its domain and first character, since most masks show them. Each mask is
 * looked up once.
 */
export function createAddressIndex(keys: Iterable<string>): AddressIndex {
  const all = [...new Set(keys)];
  const domains = new Map<string, Map<string, string[]>>();
  for (const key of all) {
    const domain = domainOf(key);
    const byFirst = domains.get(domain) ?? new Map<string, string[]>();
    domains.set(domain, byFirst);
    addToGroup(byFirst, key.charAt(0), key);
  }
  const found = new Map<string, readonly string[]>();
  return {
    fitting(listedAs) {
      const listed = mailboxKey(listedAs);
      if (listed === '') return all;
      const known = found.get(listed) ?? lookUp(domains, listed);
      found.set(listed, known);
      return known;
    },
  };
}

type Domains = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function lookUp(domains: Domains, listed: string): string[] {
  const parts = partsOfMask(listed);
  const fits = fitterOf(listed);
  const end = parts.at(-1) ?? '';
  const first = (parts[0] ?? '').charAt(0);
  const found: string[] = [];
  const search = (bucket: readonly string[] = []): void => {
    for (const key of bucket) if (fits(key)) found.push(key);
  };
  const searchDomain = (byFirst: ReadonlyMap<string, readonly string[]>): void => {
    if (first === '') for (const bucket of byFirst.values()) search(bucket);
    else search(byFirst.get(first));
  };
  if (end.includes('@')) searchDomain(domains.get(domainOf(end)) ?? new Map<string, string[]>());
  else for (const [domain, byFirst] of domains) if (domain.endsWith(end)) searchDomain(byFirst);
  return found;
}

const domainOf = (key: string): string => key.slice(key.lastIndexOf('@') + 1);
