import { type Actor, type Permission, permissions, type Reach, table } from "~/auth/permissions";
import { m } from "~/i18n";

type Words = (reach: Reach) => string;

const duties: Record<Permission, Words> = {
  "desk.read": () => m.desk_duty_desk(),
  "account.keep-own": () => m.desk_duty_account(),
  "directory.read": () => m.desk_duty_directoryRead(),
  "directory.keep": () => m.desk_duty_directoryKeep(),
  "directory.report-state": (reach) =>
    reach === "own-state" ? m.desk_duty_reportOwnState() : m.desk_duty_reportAnyState(),
  "accounts.manage": () => m.desk_duty_accounts(),
  "mail.read": () => m.desk_duty_mail(),
  "record.read": () => m.desk_duty_record(),
};

/** What a person's role may do, in words, from the very table that lets them; what few may do comes first. */
export function dutiesOf({ role }: Pick<Actor, "role">): string[] {
  return [...permissions].reverse().flatMap((permission) => {
    const reach = table[role][permission];
    return reach === undefined ? [] : [duties[permission](reach)];
  });
}
