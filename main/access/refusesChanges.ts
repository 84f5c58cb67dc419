/**
 * SQL: whether Amazon rejects changes to the users of an account in `ways_in`. There Amazon answers 400 to entire calls
 * (amazon-api §1). That may have another reason, but only until Amazon accepts a call for that account: the first accepted call
 * proves that it doesn't reject changes.
 */
export const refusesChanges = `(
  EXISTS (SELECT 1 FROM requests
    WHERE requests.realm = ways_in.realm AND requests.account_id = ways_in.account_id AND http_status = 400)
  AND NOT EXISTS (SELECT 1 FROM requests
    WHERE requests.realm = ways_in.realm AND requests.account_id = ways_in.account_id
      AND http_status BETWEEN 200 AND 299))`;
