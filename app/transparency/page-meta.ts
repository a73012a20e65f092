import { m } from "~/i18n";

/** Title and description of a public page, in the present language. */
export const pageMeta = (title: string, description: string) => [
  { title: `${title} · ${m.portal_name()}` },
  { name: "description", content: description },
];
