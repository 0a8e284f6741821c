import { Fragment } from 'react';
import { useStore } from 'zustand';
import { ANSWER_KINDS } from '../core/view.ts';
import { useText } from '../i18n/index.ts';
import { chooseSingleKeys, pageStore } from '../store/page.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './KeysDialog.module.css';

/** Every key of the playground, and the switch for those that are pressed alone. */
export function KeysDialog() {
  const t = useText();
  const { keysOpen, singleKeys } = useStore(pageStore);
  const keys: readonly [keys: readonly string[], does: string][] = [
    [[t('keys.space')], t('keys.play')],
    [['S'], t('keys.step')],
    [['R'], t('keys.reset')],
    [ANSWER_KINDS.map((_, i) => String(i + 1)), t('keys.views')],
    [['←', '→'], t('keys.cursor')],
    [['Ctrl Z'], t('keys.undo')],
    [['Ctrl Shift Z'], t('keys.redo')],
    [['Ctrl K'], t('keys.palette')],
    [['P'], t('keys.present')],
    [['Page Down', 'Page Up'], t('keys.scenes')],
    [['F5'], t('keys.first')],
    [['B', '.'], t('keys.black')],
    [['F'], t('keys.fullScreen')],
    [['M'], t('keys.bar')],
    [['?'], t('keys.help')],
  ];
  return (
    <Dialog
      title={t('keys.heading')}
      closeLabel={t('keys.close')}
      open={keysOpen}
      onClose={() => pageStore.setState({ keysOpen: false })}
    >
      <p className={styles.intro}>{t('keys.intro')}</p>
      <dl className={styles.keys}>
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <Fragment key={name}>
                  <kbd translate="no">{name}</kbd>{' '}
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={t('keys.single')}
        hint={t('keys.singleHint')}
        checked={singleKeys}
        onChange={chooseSingleKeys}
      />
      <p className={styles.intro}>{t('keys.fields')}</p>
      <p className={styles.intro}>{t('keys.names')}</p>
    </Dialog>
  );
}
