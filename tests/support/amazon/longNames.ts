import { DatabaseSync } from '@photostructure/sqlite';
import type { RunningSandbox } from './sandbox';

/** Accounts as agencies name them; those whose names tests use stay as they are. */
const accountNames: Readonly<Record<string, string>> = {
  'Brightside Foods': '株式会社日本橋オーガニック食品ホールディングス広告運用本部(東日本統括・新規開拓担当)',
  'Alpenquell Getränke':
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG',
  'Hansehaus Möbel':
    'Hansehaus Möbelmanufaktur, Wohnraumgestaltung und Gartenmöbelvertriebsgesellschaft Nord',
  'Larkspur Skincare': '資生化粧品マーケティング合同会社アジア太平洋地域デジタル広告推進室',
};

/** Takes turns with the names that are there. */
const people: readonly { readonly name: string; readonly email: string }[] = [
  {
    name: 'Maximiliane-Theodora Freifrau von Schwarzenberg-Hohenlohe',
    email: 'maximiliane-theodora.von-schwarzenberg-hohenlohe@donaudampfschifffahrtsgesellschaft.example',
  },
  {
    name: '勅使河原 菊之助(デジタル広告運用第二部・東日本統括担当)',
    email: 'teshigawara.kikunosuke@nihonbashi.example',
  },
  { name: 'Krankenversicherungskostenerstattungsbeauftragter Huber', email: 'huber@kasse.example' },
];

/** Gives a sandbox long German and Japanese names: some accounts, and half of the invited people who can't sign in. Before the app reads them. */
export function giveLongNames({ stateFile }: Pick<RunningSandbox, 'stateFile'>): void {
  const db = new DatabaseSync(stateFile);
  try {
    const account = db.prepare('UPDATE accounts SET name = ? WHERE name = ?');
    for (const [before, name] of Object.entries(accountNames)) account.run(name, before);
    const person = db.prepare(
      `UPDATE invitations SET user_name = ?, email = position || '.' || ?
       WHERE position % ? = ? AND email NOT IN (SELECT email FROM people)`,
    );
    for (const [index, { name, email }] of people.entries()) {
      person.run(name, email, people.length * 2, index * 2);
    }
  } finally {
    db.close();
  }
}
