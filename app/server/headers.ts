const shared =
  "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";

/** Of pages without any script: public ones, lists, forms. */
export const plainPolicy = `${shared}; style-src 'self'; img-src 'self' data:; font-src 'self'`;

/** Of a hydrated page: only scripts that carry this answer's nonce, and what they load. */
export const hydratedPolicy = (nonce: string): string =>
  `${plainPolicy}; script-src 'nonce-${nonce}' 'strict-dynamic'; connect-src 'self'`;

/** On every answer, whatever it is. */
export const everyAnswer = (secure: boolean): Record<string, string> => ({
  "Content-Security-Policy": plainPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
  ...(secure ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
});
