// Parts of policies. What stands in a SELECT of its own is evaluated once a statement, not once a row.

/** Whether the person logged in belongs to the team at all. */
export const belongs = `(SELECT amc.may('belong'))`;
export const maySend = `(SELECT amc.may('send'))`;
export const mayAdminister = `(SELECT amc.may('administer'))`;

/** For a row of an account: whether the person logged in may see it. */
export const seesAccount = (table: string): string =>
  `((SELECT amc.may('see all')) OR (${table}.realm, ${table}.account_id) IN
     (SELECT mine.realm, mine.account_id FROM amc.member_accounts AS mine WHERE mine.login = session_user))`;

/** For a row with a start: whether that is a living start of the person logged in. */
export const ownStart = (table: string): string =>
  `EXISTS (SELECT 1 FROM amc.starts WHERE starts.start_id = ${table}.start_id
     AND starts.login = session_user AND starts.ended_at IS NULL)`;

/**
 * Row-level security that holds for the tables' owner as well, who has no policy but where one is written for it; and no way to
 * empty the table without changing it.
 */
export const guarded = (table: string): string =>
  `ALTER TABLE amc.${table} ENABLE ROW LEVEL SECURITY;
   ALTER TABLE amc.${table} FORCE ROW LEVEL SECURITY;
   CREATE TRIGGER kept BEFORE TRUNCATE ON amc.${table} FOR EACH STATEMENT EXECUTE FUNCTION amc.refuse_truncate();`;

/** The settings of each function: nothing a person creates can stand in for what its text names. */
export const fixedPath = 'SET search_path = pg_catalog, pg_temp';
