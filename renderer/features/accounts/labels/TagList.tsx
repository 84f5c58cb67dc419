import Badge from '@cloudscape-design/components/badge';
import type { ReactElement } from 'react';

/** Tags side by side. */
export const TagList = ({ tags }: { readonly tags: readonly string[] }): ReactElement => (
  <span className="inline-row">
    {tags.map((tag) => (
      <Badge key={tag} color="blue">
        <span className="breaks-anywhere">{tag}</span>
      </Badge>
    ))}
  </span>
);
