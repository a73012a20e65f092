import { m } from "~/i18n";
import type { Crumb } from "~/ui/page";
import { href, urls } from "~/urls";
import type { Named } from "./names";

interface Seat {
  id: string;
  position: number;
  body: Named;
}

/** The way to an act on a seat: directory, body, seat, act. */
export const seatCrumbs = ({ id, position, body }: Seat, act: string): Crumb[] => [
  { label: m.directory_title(), to: href(urls.directory) },
  { label: body.short, to: href(urls.body, { id: body.id }) },
  { label: m.directory_seatNumber({ position }), to: href(urls.seat, { id }) },
  { label: act },
];
