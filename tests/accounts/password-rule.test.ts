import { expect, test } from "vitest";
import { refuseWeakPassword } from "~/accounts/password-rule.server";
import { refusalOf } from "../directory/happenings";

const own = ["Titular de muestra, SRE", "Dirección general de Xochimilpa", "xochimilpa@muestra.example"];

test.each([
  ["girasol lento bajo tres puentes", "done", "words that go together nowhere are enough"],
  ["ñandú ártico 雪の下で", "done", "any letters of any script are welcome"],
  ["xq7!vm2@kp9z", "done", "twelve characters are enough"],
  ["xq7!vm2@kp9", "invalid accounts_passwordShort", "eleven are not"],
  ["👪👪👪👪👪👪", "invalid accounts_passwordShort", "a sign of two units counts once"],
  [`${"k3v9 ".repeat(25)}abc`, "done", "128 characters are allowed"],
  [`${"k3v9 ".repeat(25)}abcd`, "invalid accounts_passwordLong", "129 are not, and nothing is cut"],
  ["password1234", "invalid accounts_passwordGuessable", "the best known are refused"],
  ["qwertyuiop123", "invalid accounts_passwordGuessable", "so are walks over the keyboard"],
  ["aaaaaaaaaaaaaaaa", "invalid accounts_passwordGuessable", "and one key held down"],
  ["sipinna2026!", "invalid accounts_passwordGuessable", "and the Commission's own words"],
  ["titular de muestra", "invalid accounts_passwordGuessable", "and the person's name, word by word"],
  ["Xochimilpa General 26", "invalid accounts_passwordGuessable", "and their office with a year"],
  ["xochimilpa26", "invalid accounts_passwordGuessable", "and the person's own"],
])("%s: %s, since %s", async (password, outcome) => {
  expect(await refusalOf(refuseWeakPassword(password, own, "password"))).toBe(outcome);
});
