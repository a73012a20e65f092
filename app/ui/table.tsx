import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
};

type DataTableProps<Row> = {
  caption: string;
  /** Makes the table a place one can jump to. */
  id?: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** The caption stays for those who listen, and is not drawn: a heading above already says it. */
  captionHidden?: boolean;
  /** Shown instead of the table when there is no row. */
  empty?: ReactNode;
};

// On a narrow screen each row is laid out as a card, and a table that is not laid out as one loses its roles
// in several browsers: they are therefore said.
const role = (name: string) => ({ role: name });

/** Rows under headings. The first column names its row; on a narrow screen each row becomes a card. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  id,
  captionHidden,
  empty,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <table className="table" id={id} {...role("table")}>
      <caption className={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
      <thead {...role("rowgroup")}>
        <tr {...role("row")}>
          {columns.map(({ key, header, align }) => (
            <th key={key} scope="col" className={endOf(align)} {...role("columnheader")}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role("rowgroup")}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...role("row")}>
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} row={row} isFirst={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const endOf = (align?: "start" | "end") => (align === "end" ? "end" : undefined);

function Cell<Row>({ column, row, isFirst }: { column: Column<Row>; row: Row; isFirst: boolean }) {
  if (isFirst) {
    return (
      <th scope="row" {...role("rowheader")}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={endOf(column.align)} data-label={column.header} {...role("cell")}>
      {column.cell(row)}
    </td>
  );
}
