import type { OptionGroup } from "~/ui/choice-field";
import type { Named } from "./names";

const option = ({ id, name, acronym }: Named) => ({
  value: id,
  label: acronym ? `${name} (${acronym})` : name,
});

/** Institutions as the options of a select. */
export const institutionOptions = (institutions: Named[]) => institutions.map(option);

/** Units as options, grouped under the institution they belong to. */
export function unitOptions(institutions: (Named & { parent: Named | null })[]): OptionGroup[] {
  const groups = new Map<string, OptionGroup>();
  for (const unit of institutions) {
    if (!unit.parent) continue;
    const group = groups.get(unit.parent.id) ?? { label: unit.parent.name, options: [] };
    group.options.push(option(unit));
    groups.set(unit.parent.id, group);
  }
  return [...groups.values()];
}
