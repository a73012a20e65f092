const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/[\w-]+>|<([\w-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/gi;
const voids = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const spelt = { class: "className", for: "htmlFor", crossorigin: "crossOrigin", charset: "charSet" };
const flags = new Set("checked disabled hidden multiple open readonly required selected reversed".split(" "));
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

const decoded = (text) => text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name) => entities[name]);

/** The attributes of a tag as React's properties. */
function propsOf(text) {
  const props = {};
  for (const [, name, value] of text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) {
    props[spelt[name] ?? name] = flags.has(name) && !value ? true : decoded(value ?? "");
  }
  return props;
}

/** The elements of a well-formed page: `{ tag, props, children }` and texts. Scripts are left out. */
export function parse(html) {
  const root = { children: [] };
  const open = [root];
  for (const [all, tag, attributes] of html.replace(/<script[\s\S]*?<\/script>/g, "").matchAll(token)) {
    const { children } = open.at(-1);
    if (all.startsWith("<!")) continue;
    if (all.startsWith("</")) open.pop();
    else if (!tag) children.push(decoded(all));
    else {
      const element = { tag, props: propsOf(attributes), children: [] };
      children.push(element);
      if (!voids.has(tag)) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error("the page is not well-formed");
  return root.children;
}

/** The first element with this tag, at any depth. */
export function find(nodes, tag) {
  for (const node of nodes) {
    if (node.tag === tag) return node;
    const within = node.children && find(node.children, tag);
    if (within) return within;
  }
}

const child = (node) => (typeof node === "string" ? JSON.stringify(node) : call(node));

/** What a JSX compiler makes of an element. */
function call({ tag, props, children }) {
  const [first] = children;
  const inside = children.length > 1 ? `[${children.map(child)}]` : first === undefined ? "" : child(first);
  const all = JSON.stringify(props).slice(1, -1);
  const given = [all, inside && `children: ${inside}`].filter(Boolean).join(", ");
  return `${children.length > 1 ? "jsxs" : "jsx"}(${JSON.stringify(tag)}, { ${given} })`;
}

/** A module of React that draws the body of a page, makes its elements anew each time as any page does, and its title. */
export function pageModule(nodes) {
  const title = find(nodes, "title")?.children[0] ?? "";
  const body = find(nodes, "body").children.map(child).join(",\n    ");
  return `import { Fragment, jsx, jsxs } from "react/jsx-runtime";

export const loader = () => null;
export const meta = () => [{ title: ${JSON.stringify(title)} }];

export default function Page() {
  return jsxs(Fragment, { children: [
    ${body}
  ] });
}
`;
}

/** What a reader sees of a page, to compare two: its body without scripts, comments and what only scripts need. */
export function seen(html) {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? "";
  return body.replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<link rel="modulepreload"[^>]*>/g, "");
}
