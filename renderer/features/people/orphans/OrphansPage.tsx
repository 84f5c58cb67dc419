import type { ReactElement } from 'react';
import { Title } from '../../../components/Title';
import { OrphansList } from './OrphansList';
import { orphansText } from './orphansText';

/** Those with access who aren't in the directory. */
export const OrphansPage = (): ReactElement => (
  <>
    <Title>{orphansText.title}</Title>
    <OrphansList />
  </>
);
