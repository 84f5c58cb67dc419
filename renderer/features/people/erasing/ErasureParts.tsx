import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactElement } from 'react';
import {
  erasureKinds,
  isErasureOpen,
  type ErasureObstacles,
  type ErasurePlan,
} from '../../../../shared/domain/person/erasure';
import { erasureKindText } from '../../../../shared/domain/person/erasureText';
import { formatList } from '../../../../shared/text/formats';
import { erasingText, obstacleTexts } from './erasingText';

/** What has to be ended first; null if nothing is open. */
export function OpenThings({ obstacles }: { readonly obstacles: ErasureObstacles }): ReactElement | null {
  if (!isErasureOpen(obstacles)) return null;
  return (
    <Alert type="error" header={erasingText.openTitle}>
      <ul className="plain-list">
        {obstacleTexts(obstacles).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** By what the person is known, and how much is about them. */
export function WhatIsErased({ plan }: { readonly plan: ErasurePlan }): ReactElement {
  const { emailAddresses, members, names, counts } = plan;
  const kinds = erasureKinds.filter((kind) => counts[kind] > 0);
  const facts = [
    { label: erasingText.addresses, value: emailAddresses },
    { label: erasingText.names, value: names },
    { label: erasingText.userIds, value: members.map(({ userId }) => userId) },
    { label: erasingText.rows, value: kinds.map((kind) => erasureKindText[kind](counts[kind])) },
  ];
  return (
    <KeyValuePairs
      columns={1}
      items={facts.map(({ label, value }) => ({
        label,
        value: (
          <span className="breaks-anywhere">{value.length === 0 ? erasingText.none : formatList(value)}</span>
        ),
      }))}
    />
  );
}

/** What stays, and why. */
export function ErasureNotices({ plan }: { readonly plan: ErasurePlan }): ReactElement {
  const { unreachable, uncertain, damagedCopies } = plan;
  const notices = [
    ...(unreachable === 0 ? [] : [erasingText.unreachable(unreachable)]),
    ...(uncertain === 0 ? [] : [erasingText.uncertain(uncertain)]),
    ...(damagedCopies.length === 0 ? [] : [erasingText.damagedCopies(formatList(damagedCopies))]),
  ];
  return (
    <>
      {notices.map((text) => (
        <Alert key={text} type="warning">
          <span className="breaks-anywhere">{text}</span>
        </Alert>
      ))}
      <Box variant="p" color="text-body-secondary">
        {erasingText.stays}
      </Box>
    </>
  );
}
