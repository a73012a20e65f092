import { invitationLink, inviteFirstAdministrator } from "~/accounts/invitations.server";
import { countAdministrators } from "~/accounts/queries.server";
import { systemClock } from "~/jobs/clock";
import { cast, DEMONSTRATION_PASSWORD } from "~db/seed/cast";
import type { Config } from "./config.server";
import type { Opened } from "./open.server";

const print = (line = "") => process.stdout.write(`${line}\n`);

/** Says on the terminal where the portal is and how to get in. */
export async function welcome(config: Config, { demonstration, connection }: Opened): Promise<void> {
  print(`\n  Portal de la Comisión: ${config.origin}\n`);
  if (demonstration) {
    print(
      "  Es una demostración: las personas son de muestra y los datos de las instituciones dicen su fuente.",
    );
    print(
      `  Entre en ${config.origin}/entrar con la contraseña  ${DEMONSTRATION_PASSWORD}  y uno de estos correos:\n`,
    );
    for (const { email, name } of cast) print(`    ${email.padEnd(42)} ${name}`);
    print();
    return;
  }
  if ((await countAdministrators(connection.db)) > 0) return;
  const token = await inviteFirstAdministrator(connection.db, systemClock());
  print("  Todavía no hay quien administre. Este enlace sirve una vez y dura un día:");
  print("  Nobody administers this portal yet. This link works once and lasts one day:\n");
  print(`    ${invitationLink(config.origin, token)}\n`);
}
