import { type Actor, mayEver, type Permission } from "~/auth/permissions";
import { m } from "~/i18n";
import { href, type Url, urls } from "~/urls";

interface Room {
  path: Exclude<Url, `${string}:${string}`>;
  label: () => string;
  permission: Permission;
}

const rooms: Room[] = [
  { path: urls.desk, label: m.desk_home, permission: "desk.read" },
  { path: urls.directory, label: m.desk_directory, permission: "directory.read" },
  { path: urls.people, label: m.desk_people, permission: "accounts.manage" },
  { path: urls.mail, label: m.desk_mail, permission: "mail.read" },
  { path: urls.record, label: m.desk_record, permission: "record.read" },
];

/** The rooms that a person's role may enter, and in which one `pathname` stands. */
export function roomsFor(actor: Actor, pathname: string) {
  return rooms
    .filter(({ permission }) => mayEver(actor, permission))
    .map(({ path, label }) => {
      const to = href(path);
      // The home is above all the others and would always be current.
      const current = pathname === to || (path !== urls.desk && pathname.startsWith(`${to}/`));
      return { href: to, label: label(), current };
    });
}
