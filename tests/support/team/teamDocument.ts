import { textOf } from '../fixtures/repository';

const document = textOf('docs/team.md');

/** A block of SQL of docs/team.md. Its first line says as whom and where it runs. */
export interface SqlBlock {
  readonly login: string;
  readonly database: string;
  readonly statements: readonly string[];
}

export function sqlBlocks(): readonly SqlBlock[] {
  return blocksOf('sql', document).map((text) => {
    const [, who = '', database = ''] = /^-- As (.+), in the database (\w+)\n/.exec(text) ?? [];
    if (database === '') throw new Error(`Nobody is named who runs: ${text}`);
    const statements = text
      .split('\n')
      .filter((line) => !line.startsWith('--'))
      .join('\n')
      .split(/;\s*(?:\n|$)/)
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '');
    return { login: who, database, statements };
  });
}

/** The commands of the chapter about backups: for the server that is saved, and for the fresh one. */
export function backupCommands(): readonly string[] {
  const [, chapter = ''] = document.split('## Backup and restore');
  return blocksOf('sh', chapter);
}

/** How the document makes a certificate for a host, with a place to put it. */
export const certificateCommands = (host: string): string =>
  (blocksOf('sh', document).find((block) => block.includes('openssl req')) ?? '')
    .replaceAll('db.example.com', host)
    .replace(/^install .*$/m, '');

/** The line of pg_hba.conf, for people who come from an address. */
export const admissionLine = (address: string): string =>
  (blocksOf('ini', document).find((block) => block.startsWith('hostssl')) ?? '')
    .trim()
    .replace('192.0.2.0/24', address);

/** The password with which the document creates a login. */
export function documentedPassword(login: string): string {
  const [, password] = new RegExp(`CREATE ROLE ${login} LOGIN PASSWORD '([^']+)'`).exec(document) ?? [];
  if (password === undefined) throw new Error(`The document creates no login ${login}.`);
  return password;
}

const blocksOf = (language: string, text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);
