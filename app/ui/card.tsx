import type { ReactNode } from "react";

/** Cards side by side; its children are `Card`s. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <ul className="card-grid">{children}</ul>;
}

type CardProps = { title: string; href?: string; meta?: ReactNode; children?: ReactNode; level?: 2 | 3 };

/** One thing in a `CardGrid`. With `href` its title is the link, and the whole card answers to the pointer. */
export function Card({ title, href, meta, children, level = 3 }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <li className={href ? "card card-link" : "card"}>
      <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
      {children && <div className="card-text">{children}</div>}
      {meta && <div className="card-meta">{meta}</div>}
    </li>
  );
}
