import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { loadFailureStore } from '../../store/loadFailures.ts';
import { storageStore } from '../../store/storage.ts';
import { updateStore } from '../../store/update.ts';
import { Lines, useLines } from './lines.tsx';

/** What concerns the page as a whole, whatever it shows, one line each, until dismissed. */
export function PageNotices() {
  const t = useText();
  const notStored = useStore(storageStore, (storage) => storage.refused);
  const load = useStore(updateStore, (update) => update.load);
  const failures = useStore(loadFailureStore, (state) => state.failures);
  const { lines, dismiss } = useLines([
    notStored && { key: 'storage', what: 'storage', problem: false, text: t('page.storage') },
    failures > 0 && {
      key: 'missing',
      what: `missing ${failures}`,
      problem: true,
      text: t('page.missing'),
      action: () => location.reload(),
      actionLabel: t('app.reload'),
    },
    load && {
      key: 'update',
      what: load,
      problem: false,
      text: t('page.update'),
      action: load,
      actionLabel: t('page.loadUpdate'),
    },
  ]);
  if (lines.length === 0) return null;
  return (
    <section aria-label={t('page.notices')}>
      <Lines lines={lines} onDismiss={dismiss} />
    </section>
  );
}
