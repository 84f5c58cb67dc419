import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../storage/database';

/** What a person allowed a client to do. */
export interface Grant {
  readonly clientId: string;
  readonly userId: string;
  /** Scopes joined with a space. */
  readonly scope: string;
}

export interface CodeGrant extends Grant {
  readonly redirectUri: string;
  readonly codeChallenge: string;
}

/** A code is valid for five minutes (amazon-api §4). In ms. */
const codeLife = 5 * 60_000;

/** Creates the code of one sign-in. @param now ms since 1970 */
export function issueCode(db: Database, grant: CodeGrant, now: number): string {
  const code = randomBytes(24).toString('base64url');
  db.prepare('DELETE FROM codes WHERE expires_at <= ?').run(now);
  db.prepare(
    `INSERT INTO codes (code_hash, client_id, user_id, scope, redirect_uri, code_challenge, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    hash(code),
    grant.clientId,
    grant.userId,
    grant.scope,
    grant.redirectUri,
    grant.codeChallenge,
    now + codeLife,
  );
  return code;
}

/** Uses up a code. @returns undefined if it is unknown, used or expired */
export function takeCode(db: Database, code: string, now: number): CodeGrant | undefined {
  return db
    .prepare(
      `DELETE FROM codes WHERE code_hash = ? AND expires_at > ?
       RETURNING client_id AS clientId, user_id AS userId, scope, redirect_uri AS redirectUri,
                 code_challenge AS codeChallenge`,
    )
    .get(hash(code), now) as CodeGrant | undefined;
}

/** @param life in ms @param now ms since 1970 */
export function issueAccessToken(db: Database, grant: Grant, life: number, now: number): string {
  db.prepare('DELETE FROM tokens WHERE expires_at <= ?').run(now);
  return storeToken(db, 'access', grant, now + life);
}

/** A refresh token works until the person revokes the grant (amazon-api §4). */
export function issueRefreshToken(db: Database, grant: Grant): string {
  return storeToken(db, 'refresh', grant, null);
}

/** The grant behind a token. @returns undefined if it is unknown or expired @param now ms since 1970 */
export function findToken(db: Database, kind: TokenKind, token: string, now: number): Grant | undefined {
  return db
    .prepare(
      `SELECT client_id AS clientId, user_id AS userId, scope FROM tokens
       WHERE token_hash = ? AND kind = ? AND (expires_at IS NULL OR expires_at > ?)`,
    )
    .get(hash(token), kind, now) as Grant | undefined;
}

/**
 * Ends every token of these kinds, of one person or of everybody.
 * @param identity the person's short name
 * @returns how many there were
 */
export function endTokens(db: Database, kinds: readonly TokenKind[], identity?: string): number {
  const ended = kinds.map((kind) =>
    db
      .prepare(
        `DELETE FROM tokens WHERE kind = :kind AND (:identity IS NULL
           OR user_id = (SELECT user_id FROM people WHERE identity = :identity))`,
      )
      .run({ kind, identity: identity ?? null }),
  );
  return ended.reduce((sum, { changes }) => sum + changes, 0);
}

type TokenKind = 'access' | 'refresh';

/** How Amazon's tokens start (amazon-api §4). */
const prefixes: Record<TokenKind, string> = { access: 'Atza|', refresh: 'Atzr|' };

function storeToken(db: Database, kind: TokenKind, grant: Grant, expiresAt: number | null): string {
  // 320 characters: about as long as Amazon's, so that storing them is tested at their real size.
  const token = prefixes[kind] + randomBytes(240).toString('base64url');
  db.prepare(
    'INSERT INTO tokens (token_hash, kind, client_id, user_id, scope, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(hash(token), kind, grant.clientId, grant.userId, grant.scope, expiresAt);
  return token;
}

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
