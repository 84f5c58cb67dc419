import { hidePersonIn, type Person } from '../dataFolder/personalPaths';

/**
 * Removes from a text what must not be logged: tokens and secrets in every form this app meets, anything after the `?` or `#` of
 * a web address, email addresses, and the person's name in paths (see `hidePersonIn`). It is a second safeguard: callers log
 * nothing secret in the first place.
 */
export function createRedaction(platform: NodeJS.Platform, person: Person): (text: string) => string {
  const hidePerson = hidePersonIn(platform, person);
  return (text) =>
    rules.reduce(
      (redacted, [pattern, replacement]) => redacted.replace(pattern, replacement),
      hidePerson(text),
    );
}

/** The end of a value in JSON, a form, a header or a sentence. A bracket begins a placeholder. */
const value = String.raw`[^\s"'&,;<>)[\]}]+`;

const secretFields = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'clientSecret',
  'accessToken',
  'refreshToken',
  'code',
  'code_verifier',
  'state',
  'password',
].join('|');

/** In order: the wider patterns first. Unbounded matches are limited, so that a long line costs little. */
const rules: readonly (readonly [RegExp, string])[] = [
  // Login with Amazon's tokens, also percent-encoded, and its client secrets (amazon-api §4).
  [new RegExp(String.raw`Atz\w(\||%7C)${value}`, 'gi'), '[token]'],
  [new RegExp(String.raw`amzn1\.oa2-cs\.${value}`, 'gi'), '[secret]'],
  [new RegExp(String.raw`\b(bearer|basic)\s+${value}`, 'gi'), '$1 [token]'],
  [/\beyJ[\w-]{1,8192}\.[\w-]+\.[\w-]*/g, '[token]'],
  [new RegExp(String.raw`(authorization["']?\s*[:=]\s*["']?)(?!bearer|basic)${value}`, 'gi'), '$1[token]'],
  [
    new RegExp(String.raw`\b(${secretFields})(["']?\s*=\s*["']?|["']\s*:\s*["'])${value}`, 'gi'),
    '$1$2[secret]',
  ],
  [/(\bhttps?:\/\/[^\s"'?#<>]*)[?#][^\s"'<>]+/gi, '$1?…'],
  [/[^\s@/\\<>()[\]"'“”,;:=|]{1,64}@[\p{L}\p{N}][\p{L}\p{N}.-]*/gu, '[email address]'],
];
