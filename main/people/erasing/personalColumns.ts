/**
 * How a column may name a person:
 * - `address`: the row is about the person with this address, or with this mask of one.
 * - `addressAlone`: the row may be about somebody else; only the person's own address is replaced.
 * - `userId`, `invitationId`: Amazon's identifiers. With them Amazon would return the address again.
 * - `name`: replaced as a whole in rows about the person; kept in rows about somebody else with the same name.
 * - `note`: replaced as a whole in rows about the person, and like text in all others.
 * - `text`: anything people or Amazon wrote.
 * - `actor`: who did something, as "Name <address>".
 * - `json`: a JSON text, of which strings and keys are treated like text.
 * - `failure`: like `json`, of why a change failed; in rows about the person it can't be retried anymore.
 * - `names`: a JSON list of the person's names, in rows about the person.
 * - `body`: the bytes of a request, as JSON.
 * - `hash`: of what the row came from, which may be a text with this person alone; dropped in rows about the person.
 * - `derived`: made from other columns of the row, and made again.
 */
export type ColumnKind =
  | 'address'
  | 'addressAlone'
  | 'userId'
  | 'invitationId'
  | 'name'
  | 'note'
  | 'text'
  | 'actor'
  | 'json'
  | 'failure'
  | 'names'
  | 'body'
  | 'hash'
  | 'derived';

export interface PersonalTable {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** A row of the directory is deleted: a pseudonym in it would say nothing. */
  readonly deletesRows?: true;
  /** Its rows are about the person whom their operation is about, even if none of their text says so. */
  readonly ofOperation?: true;
  /** How many rows are read at once; fewer where a row is large. */
  readonly rowsAtOnce?: number;
}

/**
 * Every column in which the database can hold a person's address, name, mask, note or identifier. Erasing a person walks exactly
 * these; a test fails for a text column that is neither here nor in `neverPersonal`.
 */
export const personalColumns: Readonly<Record<string, PersonalTable>> = {
  invitations: {
    columns: {
      invitation_id: 'invitationId',
      email_address: 'address',
      user_name: 'name',
      created_by: 'actor',
      search_text: 'derived',
    },
  },
  // Before its history, whose rows are found by the same user ID.
  members: { columns: { user_id: 'userId', masked_email: 'address' } },
  member_history: { columns: { user_id: 'userId' } },
  instance_lists: { columns: { error: 'json' } },
  member_lists: { columns: { error: 'json' } },
  ways_in: { columns: { trouble: 'json' } },
  connections: { columns: { label: 'text', identity: 'json' } },
  requests: { columns: { body: 'body', body_sha256: 'derived', unclaimed_ids: 'json' }, rowsAtOnce: 10 },
  operations: {
    columns: {
      email_address: 'address',
      user_name: 'name',
      invitation_id: 'invitationId',
      user_id: 'userId',
      error: 'failure',
      finding: 'json',
      solo_reason: 'note',
    },
  },
  operation_origins: {
    columns: { batch_name: 'text', note: 'note', source_file: 'text' },
    ofOperation: true,
  },
  baselines: { columns: { pending: 'json' }, rowsAtOnce: 10 },
  staged_calls: { columns: { call: 'json' }, rowsAtOnce: 10 },
  activity: {
    columns: {
      connection_label: 'text',
      actor: 'actor',
      email_address: 'address',
      user_name: 'name',
      invitation_id: 'invitationId',
      user_id: 'userId',
      detail: 'text',
    },
  },
  batches: { columns: { name: 'text' } },
  account_groups: { columns: { name: 'text', name_key: 'derived' } },
  account_labels: { columns: { note: 'text' } },
  account_tags: { columns: { tag: 'text', tag_key: 'derived' } },
  batch_rows: {
    columns: {
      email_address: 'address',
      user_name: 'name',
      note: 'note',
      account_text: 'text',
      role: 'text',
      instances: 'text',
      findings: 'json',
      source_file: 'text',
      source_sha256: 'hash',
    },
  },
  removed_batch_rows: {
    columns: { source_file: 'text', source_sha256: 'hash' },
    ofOperation: true,
  },
  import_mappings: { columns: { headers: 'json', mapping: 'json' } },
  identity_decisions: { columns: { user_id: 'userId', email_address: 'addressAlone' } },
  directory_file: { columns: { file_name: 'text' } },
  directory_people: { columns: { address: 'addressAlone', name: 'name' }, deletesRows: true },
  leavers: { columns: { names: 'names', subject: 'json' } },
  planned_instances: { columns: { address: 'address', wanted: 'json', planned_by: 'actor' } },
  instance_ticks: {
    columns: { address: 'address', instance_name: 'text', ticked_by: 'actor', source_file: 'text' },
  },
  untracked_acceptances: { columns: { invitation_id: 'invitationId' } },
  redeem_links: { columns: { invitation_id: 'invitationId' } },
  colleague_keys: { columns: { name: 'text' } },
  received_files: { columns: { body: 'json' } },
  received_rows: {
    columns: {
      account_name: 'text',
      email_address: 'address',
      user_name: 'name',
      instances: 'text',
      note: 'note',
      comment: 'note',
    },
  },
  approval_rules: { columns: { set_by: 'text' } },
  team_claims: { columns: { address: 'address', user_id: 'userId' }, ofOperation: true },
  team_changes: {
    columns: { address: 'address', user_id: 'userId', invitation_id: 'invitationId', colleague: 'text' },
  },
  team_doubles: { columns: { address: 'address', sides: 'json', dismissal: 'json' } },
  team_rules: { columns: { author: 'text' } },
  team_settlements: { columns: { colleague: 'text', invitation_id: 'invitationId' }, ofOperation: true },
  team_facts: {
    columns: {
      person: 'address',
      user_id: 'userId',
      body: 'json',
      search_text: 'derived',
      author_name: 'text',
    },
  },
  team_members: { columns: { display_name: 'text' } },
  planned_revisions: { columns: { address: 'address' } },
  batch_sends: {
    columns: { loosened_by: 'text', drafter: 'text', approver: 'text', sender: 'text' },
  },
};

/** Text columns that never name a person: our own IDs, fixed words, facts about accounts, this computer and the app. */
export const neverPersonal: Readonly<Record<string, readonly string[]>> = {
  account_groups: ['group_id'],
  account_labels: ['realm', 'account_id', 'group_id'],
  account_tags: ['realm', 'account_id'],
  accounts: ['realm', 'account_id', 'name', 'marketplace_id'],
  activity: [
    'action',
    'result',
    'realm',
    'account_id',
    'account_name',
    'role',
    'amazon_request_id',
    'code',
    'record_id',
  ],
  approval_rules: ['rule_id', 'rule'],
  baselines: ['realm', 'account_id'],
  batch_sends: ['send_id', 'batch_id', 'rule', 'approval_id', 'unchecked'],
  batch_rows: [
    'batch_id',
    'row_id',
    'connection_id',
    'account_id',
    'realm',
    'level',
    'found_codes',
    'seen_codes',
  ],
  batches: ['batch_id'],
  colleague_keys: ['entry_id', 'public_key', 'event'],
  // The sandbox's people are invented.
  connections: [
    'connection_id',
    'kind',
    'region',
    'client_id',
    'endpoints',
    'sandbox_identity',
    'realm',
    'state',
  ],
  directory_file: ['source', 'left_out'],
  erasures: ['erasure_id', 'reason', 'counts'],
  identity_decisions: ['decision_id', 'kind', 'realm'],
  installations: ['installation_id', 'place', 'public_key'],
  invitations: ['realm', 'account_id', 'role', 'state', 'evidence'],
  keychain_entries: ['connection_id', 'kind'],
  leavers: ['leaver_id'],
  leaver_runs: ['leaver_id'],
  member_history: ['entry_id', 'event', 'realm', 'account_id', 'scope', 'role', 'before'],
  instance_lists: ['connection_id', 'account_id'],
  // About the account, not about people.
  instances: ['connection_id', 'account_id', 'instance_id', 'name', 'types', 'status'],
  member_lists: ['realm', 'account_id', 'list', 'outcome'],
  instance_ticks: ['tick_id', 'kind', 'realm', 'account_id', 'instance_id'],
  members: ['realm', 'account_id', 'scope', 'role'],
  operation_origins: ['batch_id', 'row_id'],
  operations: [
    'kind',
    'status',
    'connection_id',
    'realm',
    'account_id',
    'role',
    'read_back',
    'role_before',
    'record_id',
  ],
  owner: ['machine', 'computer'],
  planned_instances: ['realm', 'account_id'],
  // A signature shows nothing of what it signs.
  received_rows: ['file_id', 'row_id', 'account_id', 'role', 'warnings'],
  received_files: ['file_id', 'kind', 'batch_id', 'signer_key', 'trust', 'signature'],
  redeem_links: ['region', 'came_from', 'connection_id', 'outcome'],
  removed_batch_rows: ['batch_id', 'row_id'],
  requests: ['connection_id', 'realm', 'account_id', 'operation', 'amazon_request_id'],
  runs: ['kind', 'when_not_seen'],
  sponsored_ads_agreements: ['realm', 'account_id'],
  stagings: ['batch_id'],
  // A digest of a whole list, dropped with the first invitation in it that is erased.
  unchanged_listings: ['realm', 'account_id', 'digest'],
  team_accounts: ['realm', 'account_id'],
  team_changes: ['claim_id', 'realm', 'account_id', 'kind', 'role'],
  team_claims: ['claim_id', 'start_id', 'reported'],
  team_doubles: ['solo_id', 'other_id', 'realm', 'account_id'],
  team_intents: ['realm', 'account_id', 'wanted'],
  team_rules: ['rule'],
  team_settlements: ['settlement_id', 'claim_id', 'state'],
  // Logins and IDs are needed to tell who said it.
  team_facts: ['fact_id', 'kind', 'realm', 'account_id', 'what', 'outcome', 'installation_id', 'author'],
  team_members: ['login'],
  team_erasures: ['fact_id', 'refs'],
  team_refused_facts: ['fact_id', 'realm', 'account_id', 'kind', 'code', 'program_version'],
  planned_revisions: ['realm', 'account_id'],
  team_pulled: ['recorded', 'fact_id', 'visible', 'program_version'],
  team_pushed: ['realm', 'account_id', 'kind', 'up_to'],
  team_starts: ['start_id'],
  // The login is needed to connect, and goes when the team is left.
  teams: ['team_id', 'name', 'host', 'database', 'login', 'encryption', 'ca_file', 'installation_id'],
  untracked_acceptances: ['realm', 'account_id'],
  ways_in: ['connection_id', 'realm', 'account_id'],
};
