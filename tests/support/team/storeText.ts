import type { TeamServer } from './teamServer';

/** Everything that the team's database holds, as text. */
export async function storeText(server: TeamServer): Promise<string> {
  const superuser = await server.rawAsSuperuser();
  try {
    const { rows: tables } = await superuser.query<{ name: string }>(
      `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await superuser.query(`SELECT rows::text FROM ${name} AS rows`);
      texts.push(name, ...(rows as { rows: string }[]).map((row) => row.rows));
    }
    return texts.join('\n');
  } finally {
    await superuser.end();
  }
}
