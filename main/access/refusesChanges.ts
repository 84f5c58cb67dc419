/**
 * SQL: whether Amazon takes no changes of the users of an account in `ways_in`. Amazon answers a call with 400 as a whole
 * there (amazon-api §1). That may have another reason, but not where Amazon has ever taken a call of that account:
 * so the first one it takes shows that it does.
 */
export const refusesChanges = `(
  EXISTS (SELECT 1 FROM requests
    WHERE requests.realm = ways_in.realm AND requests.account_id = ways_in.account_id AND http_status = 400)
  AND NOT EXISTS (SELECT 1 FROM requests
    WHERE requests.realm = ways_in.realm AND requests.account_id = ways_in.account_id
      AND http_status BETWEEN 200 AND 299))`;
