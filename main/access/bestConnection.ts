/**
 * The order of the connections that reach, or reached, an account, the one that serves best first: those that still reach it, and may
 * invite there as far as is known; of these the signed-in ones, and the oldest. For an ORDER BY of `ways_in` joined with `connections`.
 */
export const bestFirst = `reachable DESC, can_invite IS NOT 0 DESC, connections.state = 'signedIn' DESC,
  coalesce(can_invite, 0) DESC, connections.created_at, connection_id`;

/**
 * The ID of the connection that serves an account best; NULL if none ever reached it.
 * @param table a table of the statement with `realm` and `account_id`
 */
export const bestConnection = (table: string): string => `
  (SELECT connection_id FROM ways_in JOIN connections USING (connection_id)
   WHERE ways_in.realm = ${table}.realm AND ways_in.account_id = ${table}.account_id
   ORDER BY ${bestFirst} LIMIT 1)`;
