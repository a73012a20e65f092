import type { ReactNode } from "react";

export type Definition = { term: string; description: ReactNode };

/** Facts of one thing: what it is called, and what it is. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="definitions">
      {items.map(({ term, description }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}
