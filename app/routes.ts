import { layout, type RouteConfig, route } from "@remix-run/route-config";
import { locales } from "./i18n/locale";
import { DENIED, inPath, urls } from "./urls";

/* Which page answers which address: the whole site, once in each language. */
const site = locales.map((language) => {
  const page = (path: string, file: string) =>
    route(inPath(path, language).slice(1), file, { id: `${language}${path}` });

  const open = layout("transparency/pages/site.tsx", { id: `${language}/site` }, [
    page(urls.home, "transparency/pages/home.tsx"),
    page(urls.institutions, "transparency/pages/institutions.tsx"),
    page(urls.institution, "transparency/pages/institution.tsx"),
    page(urls.states, "transparency/pages/states.tsx"),
    page(urls.state, "transparency/pages/state.tsx"),
    page(urls.accessibility, "transparency/pages/accessibility.tsx"),
    page(urls.signIn, "accounts/pages/sign-in.tsx"),
    page(urls.signInAgain, "accounts/pages/sign-in-again.tsx"),
    page(urls.acceptInvitation, "accounts/pages/accept-invitation.tsx"),
    page(urls.requestReset, "accounts/pages/request-reset.tsx"),
    page(urls.reset, "accounts/pages/reset.tsx"),
    page("/*", "transparency/pages/not-found.tsx"),
  ]);

  const workspace = layout("desk/pages/workspace.tsx", { id: `${language}/workspace` }, [
    page(urls.desk, "desk/pages/home.tsx"),
    page(urls.myAccount, "accounts/pages/my-account.tsx"),
    page(urls.changePassword, "accounts/pages/change-password.tsx"),
    page(urls.endOwnSession, "accounts/pages/end-own-session.tsx"),
    page(urls.directory, "directory/pages/directory.tsx"),
    page(urls.body, "directory/pages/body.tsx"),
    page(urls.seat, "directory/pages/seat.tsx"),
    page(urls.seatVote, "directory/pages/seat-vote.tsx"),
    page(urls.seatHolding, "directory/pages/seat-holding.tsx"),
    page(urls.newSeatTerm, "directory/pages/new-term.tsx"),
    page(urls.endSeatTerm, "directory/pages/end-term.tsx"),
    page(urls.directoryInstitution, "directory/pages/institution.tsx"),
    page(urls.renameInstitution, "directory/pages/rename-institution.tsx"),
    page(urls.absorbInstitution, "directory/pages/absorb-institution.tsx"),
    page(urls.directoryState, "directory/pages/state.tsx"),
    page(urls.reportSecretariat, "directory/pages/report-secretariat.tsx"),
    page(urls.reportPhase, "directory/pages/report-phase.tsx"),
    page(urls.addStateBody, "directory/pages/add-state-institution.tsx"),
    page(urls.people, "accounts/pages/people.tsx"),
    page(urls.invite, "accounts/pages/invite.tsx"),
    page(urls.person, "accounts/pages/person.tsx"),
    page(urls.disablePerson, "accounts/pages/disable-person.tsx"),
    page(urls.enablePerson, "accounts/pages/enable-person.tsx"),
    page(urls.endSessions, "accounts/pages/end-sessions.tsx"),
    page(urls.changeRole, "accounts/pages/change-role.tsx"),
    page(urls.withdrawInvitation, "accounts/pages/withdraw-invitation.tsx"),
    page(urls.mail, "accounts/pages/mail.tsx"),
    page(urls.record, "audit/pages/record.tsx"),
  ]);

  const signOut = page(urls.signOut, "accounts/pages/sign-out.ts");
  // No door leads here: the doors send whoever may not enter.
  const denied = page(DENIED, "accounts/pages/denied.tsx");
  return [open, workspace, signOut, denied];
});

export default site.flat() satisfies RouteConfig;
