/**
 * Adds claims for what was done without the store, each once by its ID. A create takes the generation after all that are there or
 * under way; what two desktops add at the same moment is added with the next try. $1: the start, $2: installation, $3: IDs,
 * $4: realms, $5: accounts, $6: kinds, $7: kinds of keys, $8: keys, $9: the generations that would have been asked for, $10: roles,
 * $11: invitations, $12: origins, $13: reasons, $14: when they were sent, ms since 1970.
 */
export const addAfterwardSql = `
  INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, known, role, invitation_id, origin, reason,
    sent_at, start_id, installation_id, fence)
  SELECT id, realm, account_id, kind, key_kind, who,
    CASE kind WHEN 'create' THEN greatest(known, 1 + (SELECT coalesce(max(there.generation), 0) FROM amc.claims AS there
      WHERE there.realm = added.realm AND there.account_id = added.account_id AND there.who = added.who AND there.kind = 'create'
        AND there.state IN ('claimed', 'sending', 'inDoubt', 'done'))) ELSE 1 END,
    known, role, invitation_id, origin, reason, to_timestamp(sent_at / 1000), $1, $2, 0
  FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::integer[], $10::text[], $11::text[],
    $12::text[], $13::text[], $14::float8[])
    AS added (id, realm, account_id, kind, key_kind, who, known, role, invitation_id, origin, reason, sent_at)
  ON CONFLICT DO NOTHING`;

/** Which of these claims the store has. $1: claims. */
export const storedSql =
  'SELECT id::text AS "claimId", generation FROM amc.claims WHERE id = ANY ($1::uuid[])';

/** One side of a pair, as JSON. */
const side = (claim: string): string => `json_build_object('claimId', ${claim}.id, 'login', ${claim}.holder,
    'colleague', coalesce((SELECT display_name FROM amc.members WHERE login = ${claim}.holder), ${claim}.holder),
    'isSolo', ${claim}.origin = 'solo', 'reason', ${claim}.reason, 'role', ${claim}.role, 'invitationId', ${claim}.invitation_id,
    'at', (extract(epoch FROM coalesce(${claim}.sent_at, ${claim}.settled_at)) * 1000)::float8)`;

/**
 * People with two claims on an invitation of which neither knew of the other; that takes one that came to the store afterward. A claim
 * knew of the generations before the one it asked for. Whether these are two invitations is another question, see `twoInvitations`.
 * $1: how many at most, the latest first.
 */
export const doublesSql = `
  SELECT solo.id::text AS "soloId", other.id::text AS "otherId", solo.realm, solo.account_id AS "accountId", solo.who AS address,
    json_build_array(${side('solo')}, ${side('other')}) AS sides,
    CASE WHEN dismissals.at IS NOT NULL THEN json_build_object('reason', dismissals.reason,
      'by', coalesce((SELECT display_name FROM amc.members WHERE login = dismissals.author), dismissals.author),
      'at', (extract(epoch FROM dismissals.at) * 1000)::float8) END AS dismissal
  FROM amc.claims AS solo JOIN amc.claims AS other
    ON other.realm = solo.realm AND other.account_id = solo.account_id AND other.who = solo.who AND other.kind = 'create'
      AND other.state = 'done' AND other.id <> solo.id AND (other.origin = 'turn' OR other.id < solo.id)
      AND other.generation >= solo.known AND solo.generation >= coalesce(other.known, other.generation)
  LEFT JOIN amc.dismissals ON dismissals.solo_id = solo.id AND dismissals.other_id = other.id
  WHERE solo.origin <> 'turn' AND solo.kind = 'create' AND solo.state = 'done'
  ORDER BY solo.settled_at DESC, solo.id, other.id LIMIT $1`;
