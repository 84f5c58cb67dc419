import { toSearchText } from '../../text/searchText';

/** In which parts of a colleague's fact, of whatever kind, a search looks. */
const searchedKeys = [
  'emailAddress',
  'userName',
  'maskedEmail',
  'accountName',
  'invitationId',
  'requestId',
  'batchName',
  'instanceName',
];

/** What a search for a colleague's fact looks in: normalized, a line for each part. */
export const factSearchText = (body: Readonly<Record<string, unknown>>): string =>
  searchedKeys
    .flatMap((key) => {
      const value = body[key];
      return typeof value === 'string' && value !== '' ? [toSearchText(value)] : [];
    })
    .join('\n');
