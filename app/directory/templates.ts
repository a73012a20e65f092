import type { InstitutionKind, Level } from "~db/vocabulary";

/**
 * A kind of institution that the law or the sources place in every state or municipality. It becomes an institution of
 * the directory only where a state needs it. Social assistance centres are left out: they are a type of facility, of
 * which one state has many, and none sits on a commission.
 */
export interface Template {
  nameEs: string;
  nameEn: string;
  acronym: string | null;
  kind: InstitutionKind;
  level: Extract<Level, "state" | "municipal">;
  roleEs: string;
  roleEn: string;
  sources: string[];
}

const KIND = "KIND, informe alternativo al CMW, 40.º periodo de sesiones (documento fuente 002)";
const DETENTION = "Resumen sobre alternativas a la detención, 2016 (documento fuente 001)";
const IOM = "OIM, Sistematización de buenas prácticas, agosto de 2021 (documento fuente 000)";
const law = (articles: string) =>
  `Ley General de los Derechos de Niñas, Niños y Adolescentes (DOF 04-12-2014, última reforma 15-01-2026), ${articles}`;
const migration = (articles: string) =>
  `Ley de Migración (DOF 25-05-2011, última reforma 15-01-2026), ${articles}`;

const restores = {
  roleEs: "Ejecuta medidas de restitución de derechos.",
  roleEn: "Carries out measures to restore rights.",
};

export const templateIds = [
  "ppnna-estatal",
  "sedif",
  "sipinna-local",
  "fiscalia-estatal",
  "servicios-salud-estatal",
  "autoridad-educativa-estatal",
  "smdif",
  "sipinna-municipal",
] as const;
export type TemplateId = (typeof templateIds)[number];

export const templates: Record<TemplateId, Template> = {
  "ppnna-estatal": {
    nameEs: "Procuraduría de Protección de Niñas, Niños y Adolescentes",
    nameEn: "State Office for the Protection of Children and Adolescents",
    acronym: "PPNNA",
    kind: "state",
    level: "state",
    roleEs: "Opera la Ruta en su entidad; hay una por entidad.",
    roleEn: "Operates the Route in its state; there is one per state.",
    sources: [IOM, DETENTION, KIND, law("arts. 121-123")],
  },
  sedif: {
    nameEs: "Sistema para el Desarrollo Integral de la Familia",
    nameEn: "State DIF System",
    acronym: "SEDIF",
    kind: "state",
    level: "state",
    roleEs: "Da alojamiento y cuidados en su entidad.",
    roleEn: "Provides shelter and care in its state.",
    sources: [DETENTION, KIND, law("art. 94"), migration("art. 29")],
  },
  "sipinna-local": {
    nameEs: "Sistema Local de Protección de Niñas, Niños y Adolescentes y su Secretaría Ejecutiva",
    nameEn: "Local (state) Protection System and its Executive Secretariat",
    acronym: "SIPINNA estatal",
    kind: "state",
    level: "state",
    roleEs: "Adapta la Ruta en su entidad y convoca a la comisión estatal.",
    roleEn: "Adapts the Route in its state and convenes the state commission.",
    sources: [KIND, law("arts. 136-137")],
  },
  "fiscalia-estatal": {
    nameEs: "Fiscalía (Ministerio Público)",
    nameEn: "State Prosecutor's Office",
    acronym: null,
    kind: "state",
    level: "state",
    roleEs: "Decreta medidas urgentes, a solicitud, en un plazo de 3 horas.",
    roleEn: "Orders urgent measures, on request, within 3 hours.",
    sources: [law("art. 122-VI")],
  },
  "servicios-salud-estatal": {
    nameEs: "Servicios de salud",
    nameEn: "State health services",
    acronym: null,
    kind: "state",
    level: "state",
    ...restores,
    sources: [law("arts. 50, 121")],
  },
  "autoridad-educativa-estatal": {
    nameEs: "Autoridad educativa",
    nameEn: "State education authority",
    acronym: null,
    kind: "state",
    level: "state",
    ...restores,
    sources: ["Ley General de Educación, art. 9-X y XI"],
  },
  smdif: {
    nameEs: "Sistema Municipal DIF",
    nameEn: "Municipal DIF System",
    acronym: "SMDIF",
    kind: "state",
    level: "municipal",
    roleEs: "Da alojamiento y primer contacto en su municipio.",
    roleEn: "Provides shelter and first contact in its municipality.",
    sources: [law("arts. 94, 119")],
  },
  "sipinna-municipal": {
    nameEs: "Sistema Municipal de Protección de Niñas, Niños y Adolescentes",
    nameEn: "Municipal Protection System",
    acronym: null,
    kind: "state",
    level: "municipal",
    roleEs: "Coordina la protección en su municipio.",
    roleEn: "Coordinates protection in its municipality.",
    sources: [KIND, law("arts. 138-139")],
  },
};

const slugOf = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

interface Place {
  state: { slug: string; name: string };
  municipality?: string;
}

/** The id of a template's institution in one place: one a state, or one a municipality. */
export const idIn = (template: TemplateId, { state, municipality }: Place): string =>
  [template, state.slug, ...(municipality ? [slugOf(municipality)] : [])].join("-");

/**
 * The template's name with its place behind a dash. Each state names its own in its own way ("del Estado de",
 * "de la Ciudad de"…): this does not guess, and a rename with its source follows once somebody knows.
 */
export function namesIn(template: TemplateId, { state, municipality }: Place) {
  const place = municipality ? `${municipality}, ${state.name}` : state.name;
  const { nameEs, nameEn } = templates[template];
  return { nameEs: `${nameEs} — ${place}`, nameEn: `${nameEn} — ${place}` };
}
