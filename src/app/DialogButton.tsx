import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../i18n/index.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { Button } from '../ui/Button.tsx';
import { useOnDemand } from '../ui/useOnDemand.ts';

interface DialogButtonProps<Props> {
  /** How the dialog is loaded, once somebody asks for it; of one module, so that it is loaded once. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly onOpen: () => void;
  /** True where something else than the button asks for the dialog. */
  readonly wanted?: boolean;
  /** What the dialog is given; null as long as there is none to be shown. */
  readonly dialog: Props | null;
  /** What the dialog is for, shown on hover. */
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A button and the dialog that it opens, which is loaded then; one that breaks leaves the page whole. */
export function DialogButton<Props extends object>(props: DialogButtonProps<Props>) {
  const { load, onOpen, wanted, dialog, hint, icon, children } = props;
  const t = useText();
  const { Loaded: Dialog, ask } = useOnDemand(load);
  const askNow = useRef(ask);
  askNow.current = ask;
  useEffect(() => {
    if (wanted) void askNow.current();
  }, [wanted]);
  return (
    <>
      <Button
        look="outlined"
        icon={icon}
        title={hint}
        aria-haspopup="dialog"
        onClick={() => {
          onOpen();
          void ask();
        }}
      >
        {children}
      </Button>
      {Dialog && dialog && (
        <Boundary fallback={<p role="alert">{t('figure.broken')}</p>}>
          <Dialog {...dialog} />
        </Boundary>
      )}
    </>
  );
}
