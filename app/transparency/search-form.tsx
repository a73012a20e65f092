import { kindWord } from "~/directory/words";
import { m } from "~/i18n";
import { SubmitButton } from "~/ui/button";
import { CheckboxField, SelectField } from "~/ui/choice-field";
import { TextField } from "~/ui/text-field";
import { href } from "~/urls";
import { institutionKinds } from "~db/vocabulary";
import { kindInAddress, LONGEST_QUERY, type Search } from "./search";

/** Asks for an institution; with `search` it offers the filters too, filled in as they were asked. */
export function SearchForm({ search }: { search?: Search }) {
  const query = { id: "search-query", name: "q", initialValue: search?.query, maxLength: LONGEST_QUERY };
  return (
    <search>
      <form method="get" action={href("/instituciones")} className="form">
        <TextField
          field={query}
          type="search"
          label={m.transparency_institutions_searchLabel()}
          hint={m.transparency_institutions_searchHint()}
          width="full"
          required={!search}
        />
        {search && <Filters {...search} />}
        <div className="button-row">
          <SubmitButton>{m.transparency_institutions_search()}</SubmitButton>
          {search && isNarrow(search) && (
            <a href={href("/instituciones")}>{m.transparency_institutions_clear()}</a>
          )}
        </div>
      </form>
    </search>
  );
}

const isNarrow = ({ query, kind, withSeat }: Search) => query !== "" || kind !== null || withSeat;

function Filters({ kind, withSeat }: Search) {
  const kindField = { id: "search-kind", name: "tipo", initialValue: kind ? kindInAddress[kind] : "" };
  const seatField = { id: "search-seat", name: "asiento", initialValue: withSeat ? "si" : undefined };
  return (
    <>
      <SelectField
        field={kindField}
        label={m.transparency_institutions_kindLabel()}
        prompt={m.transparency_institutions_kindAll()}
        options={institutionKinds.map((kind) => ({ value: kindInAddress[kind], label: kindWord(kind) }))}
      />
      <CheckboxField field={seatField} value="si" label={m.transparency_institutions_seatLabel()} />
    </>
  );
}
