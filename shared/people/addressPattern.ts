/** Characters, RFC 5321. */
export const maxAddress = 254;
export const maxLocalPart = 64;

/**
 * An address as mail systems accept it: before the @ the `dot-atom` of RFC 5322, at most 64 characters; after it a domain of at
 * least two labels (RFC 1035), the last of which is made of letters or is the ASCII form of an international one. It doesn't
 * begin with an apostrophe: spreadsheets use that to mark a cell as text.
 */
const addressPattern =
  /^(?!')(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d][a-z\d-]{0,62}(?<!-)\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59}(?<!-))$/i;

/** Whether a text is an address and nothing else. Runs in linear time. */
export const fitsAddress = (text: string): boolean => text.length <= maxAddress && addressPattern.test(text);

/** The first character that is allowed before the @ but seldom intended; null if there is none. */
export function unusualCharacter(address: string): string | null {
  return /[^\w.+'-]/.exec(address.slice(0, address.lastIndexOf('@')))?.[0] ?? null;
}
