import type { TeamServer } from '../support/team/teamServer';

const accounts = 100;

/** Fills the store with invitations that a colleague's app learned of in shared accounts, as its pushes would have, yesterday. */
export async function fillTeam(server: TeamServer, facts: number): Promise<void> {
  const superuser = await server.rawAsSuperuser();
  try {
    await superuser.query(
      `INSERT INTO amc.shared_accounts (realm, account_id, account_name, shared_by)
       SELECT 'https://advertising-api.amazon.com', 'ENTITY' || number, 'Account ' || number, 'anna'
       FROM generate_series(0, ${String(accounts - 1)}) AS number`,
    );
    await superuser.query(
      `INSERT INTO amc.facts (fact_id, kind, realm, account_id, person, at, body, installation_id, author, recorded_at)
       SELECT gen_random_uuid(), 'invitation', 'https://advertising-api.amazon.com', 'ENTITY' || number % ${String(accounts)},
         'person.' || number || '@agency.example', now() - interval '30 days',
         jsonb_build_object('invitationId', 'inv-' || md5(number::text), 'emailAddress', 'person.' || number || '@agency.example',
           'userName', 'Person ' || number, 'role', 'VIEWER', 'state', 'accepted', 'evidence', 'listed',
           'createdBy', 'dana.whitfield@agency.example', 'createdAt', 1790000000000 + number, 'expiresAt', 1791209600000 + number),
         '01a22beb-0000-7000-8000-000000000000', 'anna', now() - interval '1 day' + number * interval '1 microsecond'
       FROM generate_series(1, ${String(facts)}) AS number`,
    );
    await superuser.query('ANALYZE');
  } finally {
    await superuser.end();
  }
}
