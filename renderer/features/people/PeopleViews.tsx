import type { ReactElement } from 'react';
import { ViewLinks } from '../../navigation/ViewLinks';
import { peopleText } from './peopleText';

const views = ['people', 'matrix', 'orphans'] as const;

/** Switches between everybody with access, the same as a matrix, and those who aren't in the directory. @param shown the one on screen */
export const PeopleViews = ({ shown }: { readonly shown: (typeof views)[number] }): ReactElement => (
  <ViewLinks
    label={peopleText.views}
    views={views.map((screen) => ({ text: peopleText.view[screen], route: { screen } }))}
    shown={shown}
  />
);
