import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  addInvitation,
  factsOf,
  recordInvited,
  shareAccount,
  startHistorian,
  type Historian,
  type HistorianOptions,
} from '../../../support/team/historian';
import { startTeamServer, type TeamServer } from '../../../support/team/teamServer';

let server: TeamServer;
const desktops: Historian[] = [];
beforeAll(async () => {
  server = await startTeamServer();
  for (const login of ['ben', 'cleo']) await server.addMember(login);
  await server.addMember('dora', { mayDraft: false, maySend: false });
});
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.remove();
  const superuser = await server.rawAsSuperuser();
  await superuser
    .query(
      'TRUNCATE amc.facts, amc.shared_accounts, amc.starts; DELETE FROM amc.schema_versions WHERE version > 90',
    )
    .finally(() => superuser.end());
});
afterAll(() => server.remove());

async function start(login: string, options: HistorianOptions = {}): Promise<Historian> {
  const desktop = startHistorian(server, login, options);
  desktops.push(desktop);
  await desktop.meet();
  return desktop;
}

describe('what a colleague did and learned', () => {
  test('is known here after the next exchange, with who shared it, and leaves one’s own as it was', async () => {
    const [anna, ben] = [await start('anna'), await start('ben')];
    await shareAccount(anna, 'acme');
    await shareAccount(ben, 'acme');
    recordInvited(anna.db, 'acme', 'Mia@Client.example', { invitationId: 'i-1' });
    addInvitation(anna.db, 'acme', { invitationId: 'i-1', emailAddress: 'Mia@Client.example' });
    await anna.meet();
    await ben.meet();

    expect(factsOf(ben.db, 'activity')).toMatchObject([
      { author: 'anna', person: 'mia@client.example', what: 'create', outcome: 'done' },
    ]);
    expect(factsOf(ben.db, 'invitation')).toMatchObject([
      { author: 'anna', person: 'mia@client.example', what: 'pending' },
    ]);
    expect(JSON.parse(String(factsOf(ben.db, 'activity')[0]?.['body']))).toMatchObject({
      emailAddress: 'Mia@Client.example',
      actor: 'Dana <dana@agency.example>',
      invitationId: 'i-1',
    });
    for (const table of ['activity', 'invitations']) {
      expect(ben.db.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 0 });
    }
    // Anna doesn’t learn what she shared herself.
    await anna.meet();
    expect(factsOf(anna.db, 'activity')).toEqual([]);
  });
});
