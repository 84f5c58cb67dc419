import { useState } from 'react';
import { memberRefKey, memberRefOf } from '../../shared/domain/member/member';
import {
  missingConfirmations,
  numberToType,
  type Agreement,
  type Confirmations,
} from '../../shared/domain/outbox/agreement';
import { accountRefKey } from '../../shared/util/accountKey';
import type { Consenting } from '../components/consent/consenting';
import { useSettings } from './settings';
import { useTeamWait } from './teamWait';

/** What was typed and confirmed for one agreement, by what it is for. */
interface Answers {
  readonly digest: string;
  readonly number: string;
  readonly shares: Readonly<Record<string, string>>;
  /** The accounts of sponsored ads that were shown when they were confirmed. */
  readonly sponsoredAds: readonly string[];
  readonly yourself: Readonly<Record<string, boolean>>;
}

const noAnswers = (digest: string): Answers => ({
  digest,
  number: '',
  shares: {},
  sponsoredAds: [],
  yourself: {},
});

/** @param agreement what is shown; undefined if unknown. What was typed for another one doesn't count. */
export function useConsent(agreement: Agreement | undefined): Consenting {
  const settings = useSettings();
  const teamWait = useTeamWait((agreement?.accounts ?? []).map(({ account }) => account));
  const [latest, setLatest] = useState(noAnswers(''));
  const digest = agreement?.digest ?? '';
  const answers = latest.digest === digest ? latest : noAnswers(digest);
  const confirmations = agreement === undefined ? {} : confirmationsOf(agreement, answers);
  return {
    number: agreement === undefined || settings === undefined ? null : numberToType(agreement, settings),
    teamWait,
    typed: answers.number,
    type: (number) => setLatest({ ...answers, number }),
    shares: (agreement?.shares ?? []).map((share) => {
      const key = accountRefKey(share.account);
      return {
        share,
        typed: answers.shares[key] ?? '',
        type: (text) => setLatest({ ...answers, shares: { ...answers.shares, [key]: text } }),
      };
    }),
    sponsoredAds: sponsoredAdsOf(agreement?.sponsoredAds ?? [], answers.sponsoredAds, (sponsoredAds) =>
      setLatest({ ...answers, sponsoredAds }),
    ),
    yourself: (agreement?.yourself ?? []).map((member) => {
      const key = memberRefKey(member);
      return {
        member,
        isConfirmed: answers.yourself[key] === true,
        confirm: (isConfirmed) =>
          setLatest({ ...answers, yourself: { ...answers.yourself, [key]: isConfirmed } }),
      };
    }),
    consent:
      agreement === undefined ||
      settings === undefined ||
      isAnythingMissing(missingConfirmations(agreement, confirmations, settings))
        ? null
        : { agreed: agreement, ...confirmations },
  };
}

/** @param confirmed the accounts that were shown when they were confirmed */
function sponsoredAdsOf(
  accounts: Agreement['sponsoredAds'],
  confirmed: readonly string[],
  setConfirmed: (accounts: readonly string[]) => void,
): Consenting['sponsoredAds'] {
  const keys = accounts.map(({ account }) => accountRefKey(account));
  return {
    accounts,
    isConfirmed: keys.every((key) => confirmed.includes(key)),
    confirm: (isConfirmed) => setConfirmed(isConfirmed ? keys : []),
  };
}

const isAnythingMissing = ({
  number,
  shares,
  sponsoredAds,
  yourself,
}: ReturnType<typeof missingConfirmations>): boolean =>
  number !== null || shares.length + sponsoredAds.length + yourself.length > 0;

function confirmationsOf({ shares, sponsoredAds, yourself }: Agreement, answers: Answers): Confirmations {
  const typedShares = shares.map(({ account }) => ({
    account,
    typed: answers.shares[accountRefKey(account)] ?? '',
  }));
  const confirmedSponsoredAds = sponsoredAds
    .map(({ account }) => account)
    .filter((account) => answers.sponsoredAds.includes(accountRefKey(account)));
  const confirmedYourself = yourself
    .filter((member) => answers.yourself[memberRefKey(member)] === true)
    .map(memberRefOf);
  return {
    ...(answers.number === '' ? {} : { typedNumber: answers.number }),
    ...(typedShares.length === 0 ? {} : { typedShares }),
    ...(confirmedSponsoredAds.length === 0 ? {} : { confirmedSponsoredAds }),
    ...(confirmedYourself.length === 0 ? {} : { confirmedYourself }),
  };
}
