import { locale, m } from "~/i18n";
import { type Definition, DefinitionList } from "~/ui/definition-list";
import { EmptyState, Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { DataTable } from "~/ui/table";
import { SampleMark } from "~/ui/tag";
import { DayText, formatDay } from "~/ui/time";
import { href, urls } from "~/urls";
import type { findInstitution } from "./queries.server";
import { levelWord, roleWord } from "./words";

type Institution = NonNullable<Awaited<ReturnType<typeof findInstitution>>>;
type Props = { institution: Institution };

const institutionLink = ({ id, name }: { id: string; name: string }) => (
  <a href={href(urls.directoryInstitution, { id })}>{name}</a>
);

/** Says of an absorbed institution who answers today for what it was. */
export function Gone({ institution: { absorbedBy, absorbedOn, successor } }: Props) {
  if (!absorbedBy || !absorbedOn) return null;
  return (
    <Notice
      tone="warning"
      title={m.directory_gone({ day: formatDay(absorbedOn, locale()), by: absorbedBy.name })}
    >
      {successor && (
        <>
          {m.directory_successor()} {institutionLink(successor)}
        </>
      )}
    </Notice>
  );
}

/** What it is, where it belongs, and which units it has. */
export function InstitutionFacts({ institution }: Props) {
  const { acronym, level, parent, state, units, aliases } = institution;
  const role = locale() === "es" ? institution.roleEs : institution.roleEn;
  const known = (term: string, description: Definition["description"]) =>
    description ? [{ term, description }] : [];
  const items = [
    ...known(m.directory_acronym(), acronym),
    ...known(m.directory_level(), levelWord(level)),
    ...known(
      m.directory_state(),
      state && <a href={href(urls.directoryState, { slug: state.slug })}>{state.name}</a>,
    ),
    ...known(m.directory_partOf(), parent && institutionLink(parent)),
    ...known(m.directory_role(), role),
    ...known(m.directory_units(), units.length > 0 && <Units units={units} />),
    ...known(m.directory_aliases(), aliases.join("; ")),
  ];
  return <DefinitionList items={items} />;
}

function Units({ units }: Pick<Institution, "units">) {
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.id}>
          {institutionLink(unit)} {unit.absorbed && m.directory_absorbedUnit()}
        </li>
      ))}
    </ul>
  );
}

/** Who may sign in for an institution. */
export function InstitutionPeople({ people }: Pick<Institution, "people">) {
  return (
    <DataTable
      caption={m.directory_accounts()}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState title={m.directory_noAccounts()}>{m.directory_noAccountsMeans()}</EmptyState>}
      columns={[
        {
          key: "name",
          header: m.directory_name(),
          cell: ({ name, sample }) => (
            <>
              <span lang="es">{name}</span> {sample && <SampleMark />}
            </>
          ),
        },
        {
          key: "office",
          header: m.directory_office(),
          cell: ({ office }) => <span lang="es">{office}</span>,
        },
        { key: "role", header: m.directory_accountRole(), cell: ({ role }) => roleWord(role) },
      ]}
    />
  );
}

/** The names it had; nothing when it always had the same. */
export function InstitutionNames({ institution: { formerNames } }: Props) {
  if (formerNames.length === 0) return null;
  return (
    <Section title={m.directory_formerNames()}>
      <DataTable
        caption={m.directory_formerNames()}
        captionHidden
        rows={formerNames}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: m.directory_name(), cell: ({ name }) => name },
          { key: "until", header: m.directory_lastDay(), cell: ({ until }) => <DayText iso={until} /> },
          {
            key: "source",
            header: m.directory_source(),
            cell: ({ source }) => <span lang="es">{source}</span>,
          },
        ]}
      />
    </Section>
  );
}
