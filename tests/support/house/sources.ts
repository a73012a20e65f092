import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

/** One import, as written (`says`), as the file of ours it leads to (`to`), and whether only types travel. */
export interface Import {
  says: string;
  to: string | undefined;
  typeOnly: boolean;
}

/** A file of the house, its path from the root: what it imports, and what it does that a rule may forbid. */
export interface Source {
  file: string;
  lines: number;
  imports: Import[];
  facts: string[];
}

const endings = ["", ".ts", ".tsx", ".mjs", ".js", "/index.ts", "/index.tsx"];

/** The file that an import leads to: relative, `~/x` = app/x, `~db/x` = db/x; undefined for a package. */
export function resolveImport(
  from: string,
  says: string,
  exists: (file: string) => boolean,
): string | undefined {
  const plain = says
    .replace(/\?.*$/, "")
    .replace(/^~db\//, "db/")
    .replace(/^~\//, "app/");
  if (plain === says.replace(/\?.*$/, "") && !says.startsWith(".")) return undefined;
  const path = says.startsWith(".") ? normalize(join(dirname(from), plain)) : plain;
  return endings.map((ending) => path + ending).find(exists) ?? path;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const names = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    return node.isTypeOnly || (names.length > 0 && names.every((name) => name.isTypeOnly));
  }
  const clause = node.importClause;
  if (!clause) return false;
  const names =
    clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  return clause.isTypeOnly || (!clause.name && names.length > 0 && names.every((name) => name.isTypeOnly));
}

function importIn(node: ts.Node): Omit<Import, "to"> | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const from = node.moduleSpecifier;
    return from && ts.isStringLiteral(from) ? { says: from.text, typeOnly: isTypeOnly(node) } : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const from = node.arguments[0];
    return from && ts.isStringLiteralLike(from) ? { says: from.text, typeOnly: false } : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const from = node.argument.literal;
    return ts.isStringLiteral(from) ? { says: from.text, typeOnly: true } : undefined;
  }
  return undefined;
}

function factIn(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const bare =
      ts.isCallExpression(node.parent) && node.parent.expression === node && !node.parent.arguments.length;
    if (bare && ["get", "all", "run"].includes(node.name.text)) return `.${node.name.text}()`;
    return ts.isIdentifier(node.expression) ? `${node.expression.text}.${node.name.text}` : undefined;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression))
    return node.arguments?.length ? undefined : `new ${node.expression.text}()`;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return `${node.expression.text}()`;
  if (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) return `${node.name.getText()}=`;
  if (ts.isJsxOpeningLikeElement(node)) return `<${node.tagName.getText()}>`;
  if (ts.isStringLiteralLike(node)) return `"${node.text.toLowerCase()}"`;
  return undefined;
}

/** Reads one file's text. `exists` says which files there are, so that tests may plant some. */
export function parse(file: string, text: string, exists: (file: string) => boolean = () => true): Source {
  const lines = text.replace(/\n$/, "").split("\n").length;
  const source: Source = { file, lines, imports: [], facts: [] };
  if (!/\.[cm]?[jt]sx?$/.test(file)) return source;
  const visit = (node: ts.Node): void => {
    const found = importIn(node);
    if (found) source.imports.push({ ...found, to: resolveImport(file, found.says, exists) });
    const fact = factIn(node);
    if (fact) source.facts.push(fact);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return source;
}

const isOurs = (file: string) =>
  /\.([cm]?[jt]sx?|css)$/.test(file) && !file.startsWith("app/i18n/paraglide/");

/** Every source file of `app` and `db` under `root`; what the message compiler writes is not ours. */
export function readHouse(root: string): Source[] {
  const files = ["app", "db"].flatMap((top) =>
    existsSync(join(root, top))
      ? readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map((path) => `${top}/${path}`)
      : [],
  );
  const isFile = (file: string) => /\.\w+$/.test(file) && existsSync(join(root, file));
  return files.filter(isOurs).map((file) => parse(file, readFileSync(join(root, file), "utf8"), isFile));
}
