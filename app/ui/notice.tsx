import type { ReactNode } from "react";
import type { Tone } from "./tag";

type NoticeProps = { tone?: Tone; title?: string; children?: ReactNode; announced?: boolean };

/** Something to know before going on. `announced` for what an act has just caused: screen readers then say it. */
export function Notice({ tone = "info", title, children, announced }: NoticeProps) {
  return (
    <div className={`notice tone-${tone}`} role={announced ? "status" : undefined}>
      {title && <p className="notice-title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  );
}

/** There is nothing here yet: why, and what one may do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div>{children}</div>}
      {action && <div className="button-row">{action}</div>}
    </div>
  );
}
