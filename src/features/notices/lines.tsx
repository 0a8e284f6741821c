import { type ReactNode, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** One thing that the user is told. */
interface Line {
  readonly key: string;
  /** What it is about: once dismissed, it is not told again. */
  readonly what: unknown;
  readonly problem: boolean;
  readonly text: string;
  readonly action?: (() => void) | undefined;
  readonly actionLabel?: string;
  /** What stands below the text. */
  readonly more?: ReactNode;
}

/** Those lines that there are and that were not dismissed. */
export function useLines(all: readonly (Line | null | false)[]) {
  const [dismissed, setDismissed] = useState<ReadonlySet<unknown>>(new Set());
  return {
    lines: all.filter((line): line is Line => Boolean(line) && !dismissed.has((line as Line).what)),
    dismiss: (what: unknown) => setDismissed(new Set(dismissed).add(what)),
  };
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly onDismiss: (what: unknown) => void;
}

export function Lines({ lines, onDismiss }: LinesProps) {
  const t = useText();
  return lines.map(({ key, what, problem, text, action, actionLabel, more }) => (
    <Notice
      key={key}
      kind={problem ? 'problem' : 'news'}
      dismissLabel={t('app.dismiss')}
      onDismiss={() => onDismiss(what)}
      below={more}
    >
      {text}{' '}
      {action && (
        <Button look="link" onClick={action}>
          {actionLabel}
        </Button>
      )}
    </Notice>
  ));
}
