import type { z } from 'zod';
import { member } from '../member/member';
import { ledgerAddress } from './ledgerAddress';

/** A member of an account with the address that is behind the user ID, if that is known; see `ledgerAddress`. */
export const listedMember = member.extend({ ledgerAddress: ledgerAddress.nullable() });
export type ListedMember = z.infer<typeof listedMember>;
