import { useEffect } from 'react';
import { useStore } from 'zustand';
import { dataSetOf } from '../../core/datasets/datasets.ts';
import { LONGEST_TITLE, type OwnName } from '../../core/datasets/own.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { ownSets } from '../../store/ownSets.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { closeIcon } from '../../ui/icons.tsx';
import styles from './OwnDataDialog.module.css';

function Count({ of: count }: { readonly of: number }) {
  const t = useText();
  return (
    <span className={styles.count}>{t('ownData.count', { count, number: fixed(count) })}</span>
  );
}

/** The sets that this browser keeps: each can be opened, renamed and deleted. */
export function KeptSets({ onUse }: { readonly onUse: (name: OwnName) => void }) {
  const t = useText();
  const { items, lasting, damaged, removed } = useStore(ownSets.store);
  useEffect(() => void ownSets.load(), []);
  return (
    <>
      {!lasting && <p className={styles.told}>{t('ownData.notLasting')}</p>}
      {damaged.length > 0 && (
        <p role="alert">
          <span>
            {t('ownData.damaged', {
              count: damaged.length,
              names: damaged.map(({ name }) => name ?? t('ownData.untitled')).join(', '),
            })}
          </span>{' '}
          <Button look="link" onClick={() => ownSets.clearDamaged()}>
            {t('ownData.forget', { count: damaged.length })}
          </Button>
        </p>
      )}
      {removed && (
        <p>
          <span>{t('ownData.removed', { title: removed.name })}</span>{' '}
          <Button look="link" onClick={() => ownSets.bringBack()}>
            {t('ownData.bringBack')}
          </Button>
        </p>
      )}
      {items.length > 0 && (
        <section aria-label={t('ownData.kept')}>
          <h2 className={styles.heading}>{t('ownData.kept')}</h2>
          <ul className={styles.kept}>
            {items.map(({ id, name: title }) => (
              <li key={id} className={styles.set}>
                <input
                  className={styles.title}
                  aria-label={t('ownData.rename', { title })}
                  key={title}
                  defaultValue={title}
                  maxLength={LONGEST_TITLE}
                  onBlur={({ target }) => {
                    ownSets.rename(id, target.value);
                    if (target.value.trim() === '') target.value = title;
                  }}
                />
                <Count of={dataSetOf(id).fixedCount ?? 0} />
                <Button look="outlined" onClick={() => onUse(id)}>
                  {t('ownData.open')}
                </Button>
                <IconButton
                  label={t('ownData.remove', { title })}
                  size="small"
                  onClick={() => void ownSets.remove(id)}
                >
                  {closeIcon}
                </IconButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
