import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { kindWord } from "~/directory/words";
import { openToAll } from "~/http/latch.server";
import { m } from "~/i18n";
import { Pagination } from "~/ui/links";
import { EmptyState } from "~/ui/notice";
import { PageHeader, Section } from "~/ui/page";
import { type Column, DataTable } from "~/ui/table";
import { SampleMark } from "~/ui/tag";
import { DayText } from "~/ui/time";
import { href } from "~/urls";
import { connection } from "~db/client.server";
import { INSTITUTIONS_A_PAGE, type ListedInstitution, listInstitutions } from "../institution-queries.server";
import { pageMeta } from "../page-meta";
import { readSearch, type Search, writeSearch } from "../search";
import { SearchForm } from "../search-form";

export async function loader({ request }: LoaderFunctionArgs) {
  openToAll();
  const search = readSearch(new URL(request.url).searchParams);
  const found = await listInstitutions(connection(), search);
  return { search, ...found, more: found.from + INSTITUTIONS_A_PAGE < found.total };
}

export const meta: MetaFunction = () =>
  pageMeta(m.transparency_institutions_title(), m.transparency_institutions_lead());

export default function InstitutionsPage() {
  const { search, total, from, institutions, more } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.transparency_institutions_title()}
        lead={m.transparency_institutions_lead()}
        breadcrumbs={[
          { label: m.portal_home(), to: href("/") },
          { label: m.transparency_institutions_title() },
        ]}
      />
      <SearchForm search={search} />
      <Section title={m.transparency_institutions_count({ count: total })}>
        <DataTable
          caption={m.transparency_institutions_caption()}
          columns={columns()}
          rows={institutions}
          rowKey={({ id }) => id}
          captionHidden
          empty={<EmptyState title={m.transparency_institutions_none()} />}
        />
        {(more || search.page > 1) && (
          <Pagination
            text={m.transparency_institutions_shown({
              first: institutions.length > 0 ? from + 1 : from,
              last: from + institutions.length,
              total,
            })}
            previous={search.page > 1 ? at(search, search.page - 1) : undefined}
            next={more ? at(search, search.page + 1) : undefined}
          />
        )}
      </Section>
    </>
  );
}

const at = (search: Search, page: number) => `${href("/instituciones")}${writeSearch({ ...search, page })}`;

const columns = (): Column<ListedInstitution>[] => [
  {
    key: "name",
    header: m.transparency_institutions_name(),
    cell: (institution) => <Name institution={institution} />,
  },
  {
    key: "acronym",
    header: m.transparency_institutions_acronym(),
    cell: ({ acronym }) => acronym ?? m.transparency_institutions_noAcronym(),
  },
  { key: "kind", header: m.transparency_institutions_kind(), cell: ({ kind }) => kindWord(kind) },
  { key: "seats", header: m.transparency_institutions_seats(), cell: ({ seats }) => seats, align: "end" },
];

function Name({ institution: { id, name, absorbedOn, sample } }: { institution: ListedInstitution }) {
  return (
    <>
      <a href={href("/instituciones/:id", { id })}>{name}</a> {sample && <SampleMark />}
      {absorbedOn && (
        <span className="source">
          {" "}
          {m.transparency_institutions_absorbed()} <DayText iso={absorbedOn} />
        </span>
      )}
    </>
  );
}
