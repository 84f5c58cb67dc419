import type { ReactElement } from 'react';
import { Title } from '../../components/Title';
import { instancesText } from './instancesText';
import { WorkList } from './work/WorkList';

/** Whom admins still add to instances by hand. */
export const InstancesPage = (): ReactElement => (
  <>
    <Title>{instancesText.title}</Title>
    <WorkList />
  </>
);
