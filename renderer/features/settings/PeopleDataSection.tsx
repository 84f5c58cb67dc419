import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { linkTo } from '../../navigation/useRoute';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { numberFor, TypedSetting } from './TypedSetting';
import { settingsText } from './settingsText';

/** What is stored about people, and for how long. */
export function PeopleDataSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={settingsText.peopleDataDescription}>
          {settingsText.peopleData}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <ul className="plain-list">
          {settingsText.storedAboutPeople.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <TypedSetting
          key={settings.keepPeopleMonths}
          label={settingsText.keepPeople}
          description={settingsText.keepPeopleHint}
          stored={String(settings.keepPeopleMonths)}
          rows={null}
          changeOf={numberFor('keepPeopleMonths')}
          change={change}
        />
        <div>
          {settingsText.erasePeople} {settingsText.forgetDirectory}{' '}
          <Link {...linkTo({ screen: 'orphans' })}>{settingsText.openDirectory}</Link>
        </div>
      </SpaceBetween>
    </Container>
  );
}
