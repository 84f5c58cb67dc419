/**
 * The words of which Amazon's keys consist, by its documents and by what such interfaces usually name. A key of other words may be a
 * value that serves as a key, as a user ID or an address would.
 */
const vocabulary: ReadonlySet<string> = new Set(
  [
    'accepted access account accounts active added address advertiser all amc api app assigned at attempt available',
    'aws base bucket by can canonical cause change changes client code codes console count countries country',
    'created creation cursor custom customer data date datetime default deleted description detail details direct',
    'disabled display domain eligible email empty enabled end endpoint entities entries error errors exception',
    'expiration expired expires fault field filter first flag format from full global has have hidden href http id',
    'identifier include inherited inner instance instances invitation invitations invited invitee inviter is items',
    'key keys kind label language last level limit link list locale login manager marketplace masked max member',
    'members message meta metadata min mode modified more must name next not notify number of offset on order',
    'organization origin owner page pagination parent partial path pending permission permissions phone prev',
    'previous primary product reason redeemed region removed request requests required resent resource response',
    'result results retry revoked right role roles scope self sent service set size sort source start state status',
    'string sub success successes summary tag tags target team terms text time timestamp title to token total type',
    'types unit until update updated updates upload url user users valid value values version viewer was when with',
  ].flatMap((line) => line.split(' ')),
);

/** Max number of words of a key. */
const maxParts = 8;

/** Whether a key, in camel or snake case, consists of such words alone. */
export function isPlainKey(key: string): boolean {
  const name = key.replace(/^s3/, '');
  const parts = name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  if (parts.length === 0 || parts.length > maxParts || parts.join('') !== name.replaceAll('_', ''))
    return false;
  return parts.every((part) => vocabulary.has(part.toLowerCase()));
}
