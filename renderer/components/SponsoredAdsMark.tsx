import Badge from '@cloudscape-design/components/badge';
import type { ReactElement } from 'react';
import { componentsText } from './componentsText';
import { sponsoredAdsOnlyText } from '../../shared/domain/account/instanceText';

/** Marks an account whose instances are for sponsored ads only; nothing for others. */
export const SponsoredAdsMark = ({
  account,
}: {
  readonly account: { readonly sponsoredAdsOnly: boolean };
}): ReactElement | null =>
  account.sponsoredAdsOnly ? (
    <span title={componentsText.sponsoredAdsHint}>
      <Badge color="grey">{sponsoredAdsOnlyText}</Badge>
    </span>
  ) : null;
