import { type FormEvent, useState } from "react";
import { roleDuty, roleWord } from "~/directory/words";
import { locale, m } from "~/i18n";
import { RadioGroup, SelectField } from "~/ui/choice-field";
import type { FieldData } from "~/ui/field";
import { type Role, roles } from "~db/vocabulary";
import type { reachChoices } from "./queries.server";
import { reachOf } from "./reach";

type Choices = Awaited<ReturnType<typeof reachChoices>>;

interface Props {
  role: FieldData;
  institutionId: FieldData;
  stateId: FieldData;
  choices: Choices;
}

/** The chosen role once the page is alive; undefined before, and where there is no JavaScript: then all is shown. */
function useChosenRole(): [string | undefined, (event: FormEvent<HTMLElement>) => void] {
  const [chosen, choose] = useState<string>();
  return [
    chosen,
    ({ target }) => target instanceof HTMLInputElement && target.type === "radio" && choose(target.value),
  ];
}

/** The role, what it may do in a sentence, and what it is held for: only what the chosen role needs, where it can tell. */
export function ReachFields({ role, institutionId, stateId, choices }: Props) {
  const [chosen, onChange] = useChosenRole();
  const heldFor = chosen && reachOf(chosen as Role);
  const institutions = choices.institutions.map(({ id, es, en, acronym }) => {
    const name = locale() === "es" ? es : en;
    return { value: id, label: acronym ? `${name} (${acronym})` : name };
  });
  const states = choices.states.map(({ id, name }) => ({ value: id, label: name }));
  const options = roles.map((value) => ({ value, label: roleWord(value), hint: roleDuty(value) }));
  return (
    <>
      <div onChange={onChange}>
        <RadioGroup field={role} label={m.accounts_role()} options={options} required />
      </div>
      {(!heldFor || heldFor === "institution") && (
        <SelectField
          field={institutionId}
          label={m.accounts_institution()}
          hint={heldFor ? undefined : m.accounts_institutionHint()}
          options={institutions}
          prompt={m.accounts_none()}
        />
      )}
      {(!heldFor || heldFor === "state") && (
        <SelectField
          field={stateId}
          label={m.accounts_state()}
          hint={heldFor ? undefined : m.accounts_stateHint()}
          options={states}
          prompt={m.accounts_none()}
        />
      )}
    </>
  );
}
