import Badge from '@cloudscape-design/components/badge';
import type { ReactElement } from 'react';
import { useAppInfo } from '../queries/settings';
import { layoutText } from './layoutText';

/** Marks the development runtime where the window has space for it; Settings say it in any. */
export const RuntimeBadge = (): ReactElement | null =>
  useAppInfo()?.developmentRuntime === true ? (
    <span className="top-bar-runtime">
      <Badge color="grey">{layoutText.developmentRuntime}</Badge>
    </span>
  ) : null;
