import Header from '@cloudscape-design/components/header';
import Modal from '@cloudscape-design/components/modal';
import Table from '@cloudscape-design/components/table';
import { useEffect, useState, type ReactElement } from 'react';

/** As many as a page of our lists has. */
const rowsShown = 25;
const columns = ['Person', 'Email', 'Role', 'Invited by', 'Account', 'Created', 'Expires in'] as const;

interface Row {
  readonly id: string;
  readonly cells: readonly string[];
}

/** Other rows for every number, of the length that ours have. */
const rowsOf = (number: number): Row[] =>
  Array.from({ length: rowsShown }, (_, index) => {
    const id = String(number * rowsShown + index);
    return {
      id,
      cells: [
        `Jörg Müller ${id}`,
        `joerg.mueller.${id}@client.example`,
        'Viewer',
        'dana@agency.example',
        'Acme US',
        'Nov 27',
        '11 days',
      ],
    };
  });

const NumberedTable = ({ number }: { readonly number: number }): ReactElement => (
  <Table
    variant="full-page"
    stickyHeader
    wrapLines
    selectionType="multi"
    selectedItems={[]}
    items={rowsOf(number)}
    trackBy="id"
    columnDefinitions={columns.map((header, index) => ({
      id: header,
      header,
      sortingField: header,
      cell: ({ cells }: Row) => cells[index],
    }))}
    header={<Header variant="awsui-h1-sticky">{`Invitations (${String(number)})`}</Header>}
  />
);

/** Every letter that is typed redraws the table with other rows. */
export function RedrawnTable(): ReactElement {
  const [number, setNumber] = useState(0);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (/^[a-z]$/.test(key)) setNumber((before) => before + 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return <NumberedTable number={number} />;
}

/** A letter opens a dialog, and Enter closes it and draws another table. */
export function TableBehindDialog(): ReactElement {
  const [number, setNumber] = useState(0);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (/^[a-z]$/.test(key)) setOpen(true);
      if (key !== 'Enter') return;
      setOpen(false);
      setNumber((before) => before + 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <NumberedTable key={number} number={number} />
      {open ? (
        <Modal visible header="Find" onDismiss={() => setOpen(false)}>
          Accounts
        </Modal>
      ) : null}
    </>
  );
}
