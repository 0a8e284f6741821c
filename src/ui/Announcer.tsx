interface AnnouncerProps {
  /** What a screen reader says next. */
  readonly text: string;
}

/** A polite live region that is heard and not seen. */
export function Announcer({ text }: AnnouncerProps) {
  return (
    <div aria-live="polite" aria-atomic="true" className="visually-hidden">
      {text}
    </div>
  );
}
