import { useStore } from 'zustand';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { linkOf } from '../store/link.ts';
import { pageStore } from '../store/page.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { enterFullScreen } from '../ui/fullScreen.ts';
import {
  checkIcon,
  keysIcon,
  linkIcon,
  presentIcon,
  redoIcon,
  scenesIcon,
  undoIcon,
} from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCopy } from '../ui/useCopy.ts';
import styles from './Header.module.css';

/** The part of the header that concerns the experiment as a whole. */
export function LabTools() {
  const t = useText();
  const lab = useLab();
  const { editor } = lab;
  const canUndo = useStore(editor.store, (state) => state.past.length > 0);
  const canRedo = useStore(editor.store, (state) => state.future.length > 0);
  const { copied, copy, forget } = useCopy();
  const word = (text: string) => <span className={styles.word}>{text}</span>;

  return (
    <>
      <Button icon={undoIcon} disabled={!canUndo} onClick={() => editor.undo()}>
        {word(t('playground.undo'))}
      </Button>
      <Button icon={redoIcon} disabled={!canRedo} onClick={() => editor.redo()}>
        {word(t('playground.redo'))}
      </Button>
      <Button icon={copied === 'yes' ? checkIcon : linkIcon} onClick={() => copy(linkOf(lab))}>
        {word(copied === 'yes' ? t('playground.copied') : t('playground.copyLink'))}
      </Button>
      <Button
        icon={presentIcon}
        className={styles.wide}
        onClick={() => {
          lab.show({ presenting: true });
          void enterFullScreen();
        }}
      >
        {word(t('playground.present'))}
      </Button>
      <Button
        icon={scenesIcon}
        className={styles.wide}
        aria-haspopup="dialog"
        onClick={() => pageStore.setState({ scenesOpen: true })}
      >
        {word(t('playground.scenes'))}
      </Button>
      <Button
        icon={keysIcon}
        className={styles.wide}
        onClick={() => pageStore.setState({ keysOpen: true })}
      >
        {word(t('playground.keys'))}
      </Button>
      <Announcer text={copied === 'yes' ? t('said.copied') : ''} />
      {copied === 'blocked' && (
        <div className={styles.below}>
          <Notice kind="problem" dismissLabel={t('app.dismiss')} onDismiss={forget}>
            {t('playground.copyBlocked')}
          </Notice>
        </div>
      )}
    </>
  );
}
