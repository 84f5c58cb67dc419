import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { ErasureSubject } from '../../../../shared/domain/person/erasure';
import type { WindowRoute } from '../../../../shared/navigation/ownWindow';
import { OpenWindowButton } from '../../../components/OpenWindowButton';
import { isOwnWindow } from '../../../navigation/ownWindow';
import { useOpenInWindow } from '../../../queries/windows';
import { linkTo } from '../../../navigation/useRoute';
import { peopleText } from '../peopleText';
import { EraseDialog } from './EraseDialog';

interface PersonActionsProps {
  readonly name: string;
  /** The page they are about. */
  readonly page: WindowRoute;
  readonly subject: ErasureSubject;
}

/** What can be done about a person as a whole. */
export function PersonActions({ name, page, subject }: PersonActionsProps): ReactElement {
  const openInWindow = useOpenInWindow();
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {isOwnWindow ? null : <OpenWindowButton onOpen={() => openInWindow(page)} />}
        <Button onClick={() => setErasing(true)}>{peopleText.erase}</Button>
        <Button {...linkTo({ screen: 'leavers', subject })}>{peopleText.removeAll}</Button>
      </SpaceBetween>
      {erasing ? <EraseDialog name={name} subject={subject} onCancel={() => setErasing(false)} /> : null}
    </>
  );
}
