/** The options of Remix's Vite plugin; `vite.config.ts` hands them over. @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // Off on purpose: its /__manifest answers cost seconds of CPU to anyone who asks (CVE-2026-42342).
    v3_lazyRouteDiscovery: false,
  },
};
