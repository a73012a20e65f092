const password = "recorrido de muestra 2026";
const dropped = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

/** Signs the demonstration's secretary in through the form, as a browser does; hands back the cookies. */
export async function signIn(origin) {
  const form = await (await fetch(`${origin}/entrar`)).text();
  const key = /name="_key" value="([^"]+)"/.exec(form)[1];
  const answer = await fetch(`${origin}/entrar`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ _key: key, email: "secretaria@muestra.example", password, next: "" }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`signing in answered ${answer.status}`);
  return cookies.join("; ");
}

/** Asks for a page as the load will. Refuses any answer but 200, so that a redirect is never measured as a page. */
export async function readPage(url, headers = {}) {
  const answer = await fetch(url, {
    redirect: "manual",
    headers: { ...headers, "Accept-Encoding": "identity" },
  });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  const kept = [...answer.headers].filter(([name]) => !dropped.has(name));
  return { headers: Object.fromEntries(kept), body };
}
