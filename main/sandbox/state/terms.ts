import { randomUUID } from 'node:crypto';
import type { components } from '../../../shared/amazonAds/schema';
import type { Database } from '../../storage/database';

export type TermsType = components['schemas']['TermsType'];

export interface TermsToken {
  readonly termsToken: string;
  /** The person who accepts with it. */
  readonly userId: string;
  readonly termsType: TermsType;
  readonly state: 'CREATED' | 'ACCEPTED' | 'REDEEMED';
}

/** A terms token is valid for 48 hours (amazon-api §2). In ms. */
const termsTokenLife = 48 * 3_600_000;

/** @param now ms since 1970 */
export function issueTermsToken(db: Database, userId: string, termsType: TermsType, now: number): string {
  const termsToken = randomUUID();
  db.prepare(
    `INSERT INTO terms_tokens (terms_token, user_id, terms_type, state, expires_at)
     VALUES (?, ?, ?, 'CREATED', ?)`,
  ).run(termsToken, userId, termsType, now + termsTokenLife);
  return termsToken;
}

/** @returns undefined if it is unknown or its 48 hours are over */
export function findTermsToken(db: Database, termsToken: string, now: number): TermsToken | undefined {
  return db
    .prepare(
      `SELECT terms_token AS termsToken, user_id AS userId, terms_type AS termsType, state
       FROM terms_tokens WHERE terms_token = ? AND expires_at > ?`,
    )
    .get(termsToken, now) as TermsToken | undefined;
}

export function acceptTerms(db: Database, termsToken: string): void {
  db.prepare("UPDATE terms_tokens SET state = 'ACCEPTED' WHERE terms_token = ? AND state = 'CREATED'").run(
    termsToken,
  );
}

/** Whether the person with this address ever accepted these terms. Acceptance is permanent. */
export function hasAcceptedTerms(db: Database, email: string, termsType: TermsType): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM terms_tokens JOIN people USING (user_id)
         WHERE email = ? AND terms_type = ? AND state IN ('ACCEPTED', 'REDEEMED')`,
      )
      .get(email, termsType) !== undefined
  );
}

/** Marks the person's accepted tokens as used. */
export function redeemTerms(db: Database, userId: string, termsType: TermsType): void {
  db.prepare(
    "UPDATE terms_tokens SET state = 'REDEEMED' WHERE user_id = ? AND terms_type = ? AND state = 'ACCEPTED'",
  ).run(userId, termsType);
}
