import type { RunningSandbox } from './sandbox';

/** Whether the account of a row of the sandbox's state is one whose admin Dana is, in SQL. */
export const managedByDana = `account_id IN (
  SELECT account_id FROM members JOIN people USING (user_id) WHERE identity = 'dana' AND role = 'admin')`;

/** Somebody in the sandbox. */
interface SandboxPerson {
  readonly userId: string;
  readonly email: string;
}

/** Who has access to the accounts whose admin Dana is, as the sandbox knows it, whatever the app shows. */
export function danasAccounts({ query }: Pick<RunningSandbox, 'query'>): {
  /** The person who is a viewer in most of them. */
  readonly busiestViewer: () => SandboxPerson;
  readonly personOf: (identity: string) => SandboxPerson;
  /** "Acme viewer", by account. */
  readonly rolesOf: (userId: string) => string[];
  /** Their names. */
  readonly accountsOf: (userId: string) => string[];
} {
  const personOf = (sql: string, ...parameters: string[]): SandboxPerson => {
    const [person] = query(`SELECT ads_user_id AS id, email FROM people ${sql}`, ...parameters);
    return { userId: String(person?.['id']), email: String(person?.['email']) };
  };
  const linesOf = (line: string, userId: string): string[] =>
    query(
      `SELECT ${line} AS line FROM members JOIN people USING (user_id) JOIN accounts USING (account_id)
       WHERE ads_user_id = ? AND ${managedByDana} ORDER BY accounts.name`,
      userId,
    ).map((row) => String(row['line']));
  return {
    busiestViewer: () =>
      personOf(`JOIN members USING (user_id) WHERE role = 'viewer' AND ${managedByDana} AND identity <> 'dana'
        GROUP BY ads_user_id ORDER BY count(*) DESC LIMIT 1`),
    personOf: (identity) => personOf('WHERE identity = ?', identity),
    rolesOf: (userId) => linesOf("accounts.name || ' ' || role", userId),
    accountsOf: (userId) => linesOf('accounts.name', userId),
  };
}
