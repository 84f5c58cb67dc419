import type pg from 'pg';

/** The variables that the database library, or one that replaces it, reads: servers, names, passwords, and how safe is safe enough. */
const readByTheLibrary = /^(PG|NODE_PG_)/;

/**
 * Loads the database library on first use: without a team nobody waits for it. Nothing but what a person entered decides where a
 * connection goes, so the library's environment variables are removed from this process first. (Its password file is read only
 * without a password, which `openTeamStore` requires.)
 */
export async function loadPg(environment: NodeJS.ProcessEnv = process.env): Promise<typeof pg> {
  for (const name of Object.keys(environment)) {
    if (readByTheLibrary.test(name)) Reflect.deleteProperty(environment, name);
  }
  return (await import('pg')).default;
}
