import { roleDuty, roleWord } from "~/directory/words";
import { locale, m } from "~/i18n";
import { RadioGroup, SelectField } from "~/ui/choice-field";
import type { FieldData } from "~/ui/field";
import { roles } from "~db/vocabulary";
import type { reachChoices } from "./queries.server";

type Choices = Awaited<ReturnType<typeof reachChoices>>;

interface Props {
  role: FieldData;
  institutionId: FieldData;
  stateId: FieldData;
  choices: Choices;
}

/** The role, what it may do in a sentence, and what it is held for: the sheet hides what the chosen role does not need. */
export function ReachFields({ role, institutionId, stateId, choices }: Props) {
  const institutions = choices.institutions.map(({ id, es, en, acronym }) => {
    const name = locale() === "es" ? es : en;
    return { value: id, label: acronym ? `${name} (${acronym})` : name };
  });
  const states = choices.states.map(({ id, name }) => ({ value: id, label: name }));
  const options = roles.map((value) => ({ value, label: roleWord(value), hint: roleDuty(value) }));
  return (
    <div className="reach">
      <RadioGroup field={role} label={m.accounts_role()} options={options} required />
      <div className="reach-institution">
        <SelectField
          field={institutionId}
          label={m.accounts_institution()}
          hint={m.accounts_institutionHint()}
          options={institutions}
          prompt={m.accounts_none()}
        />
      </div>
      <div className="reach-state">
        <SelectField
          field={stateId}
          label={m.accounts_state()}
          hint={m.accounts_stateHint()}
          options={states}
          prompt={m.accounts_none()}
        />
      </div>
    </div>
  );
}
