import type { ReactElement } from 'react';
import { Title } from '../../../components/Title';
import { PeopleList } from './PeopleList';
import { peopleListText } from './peopleListText';

/** Everybody with access to any account. */
export const PeoplePage = (): ReactElement => (
  <>
    <Title>{peopleListText.people}</Title>
    <PeopleList />
  </>
);
