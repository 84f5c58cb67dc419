import { storeAddress, type StoreAddress } from '../../../../shared/domain/team/storeAddress';
import { readNumber } from '../../../../shared/text/formats';
import type { FieldErrors } from '../../../components/fieldErrors';
import { teamText } from './teamText';

/** What is typed into the form of a store, before it is checked. */
export interface AddressDraft {
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly login: string;
  readonly password: string;
  readonly encryption: StoreAddress['encryption'];
  readonly caFile: string | null;
}

/** PostgreSQL's own port. */
const usualPort = '5432';

/** @param address the one in use; null for a new team */
export const draftOf = (address: StoreAddress | null): AddressDraft =>
  address === null
    ? {
        host: '',
        port: usualPort,
        database: '',
        login: '',
        password: '',
        encryption: 'verified',
        caFile: null,
      }
    : { ...address, port: String(address.port), password: '' };

/** The login in a draft, or what is wrong with its fields. */
export function loginIn({ password, port, ...draft }: AddressDraft): {
  readonly login: { readonly address: StoreAddress; readonly password: string } | null;
  readonly errors: FieldErrors;
} {
  const read = storeAddress.safeParse({
    ...draft,
    caFile: draft.encryption === 'verified' ? draft.caFile : null,
    port: readNumber(port) ?? Number.NaN,
  });
  const fields = new Set((read.error?.issues ?? []).map(({ path }) => String(path[0])));
  const errors: FieldErrors = {
    ...Object.fromEntries([...fields].map((field) => [field, complaints[field] ?? teamText.missing])),
    ...(password === '' ? { password: teamText.missing } : {}),
  };
  return {
    login: read.data === undefined || password === '' ? null : { address: read.data, password },
    errors,
  };
}

const complaints: Readonly<Partial<Record<string, string>>> = {
  port: teamText.portInvalid,
  encryption: teamText.plainElsewhere,
};
