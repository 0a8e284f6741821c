import { useContext } from 'react';
import { useStore } from 'zustand';
import LICENCE from '../../LICENSE?raw';
import { license as licenceName, version } from '../../package.json';
import { headlessCommand } from '../core/command.ts';
import { LabContext } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import type { Lab } from '../store/lab.ts';
import { pageStore } from '../store/page.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { checkIcon, copyIcon } from '../ui/icons.tsx';
import { useCopy } from '../ui/useCopy.ts';
import styles from './AboutDialog.module.css';
import { bibliographyEntry, citation } from './citation.ts';

const PAPER = 'https://publications.aston.ac.uk/id/eprint/373/';
const TUTORIAL = 'https://habr.com/ru/articles/433804/';

/** What this page is: version, licence, source, how to cite it, and its experiment as a command. */
export function AboutDialog() {
  const t = useText();
  const open = useStore(pageStore, (page) => page.aboutOpen);
  const lab = useContext(LabContext);
  const cited = { title: t('app.name'), version, licence: LICENCE };
  return (
    <Dialog
      title={t('about.heading')}
      closeLabel={t('about.close')}
      open={open}
      onClose={() => pageStore.setState({ aboutOpen: false })}
    >
      <dl className={styles.facts}>
        <dt>{t('about.version')}</dt>
        <dd>{version}</dd>
        <dt>{t('about.licence')}</dt>
        <dd translate="no">{licenceName}</dd>
        <dt>{t('about.source')}</dt>
        <dd>{t('about.sourceIs')}</dd>
        <dt>{t('about.method')}</dt>
        <dd>
          {t('about.methodIs')} <a href={PAPER}>{t('about.paper')}</a>{' '}
          <a href={TUTORIAL}>{t('about.tutorial')}</a>
        </dd>
      </dl>
      <Disclosure label={t('about.licenceText')}>
        <pre className={styles.text}>{LICENCE}</pre>
      </Disclosure>
      <h2 className={styles.heading}>{t('about.cite')}</h2>
      <p>{citation(cited)}</p>
      <Copyable text={bibliographyEntry(cited)} name={t('about.copyCitation')} />
      {lab && <Command lab={lab} />}
    </Dialog>
  );
}

/** The command that gives this very experiment in a terminal. */
function Command({ lab }: { readonly lab: Lab }) {
  const t = useText();
  const experiment = useStore(lab.editor.store, (state) => state.experiment);
  return (
    <>
      <h2 className={styles.heading}>{t('about.command')}</h2>
      <Copyable text={headlessCommand(experiment)} name={t('about.copyCommand')} />
      <p>{t('about.commandIs')}</p>
    </>
  );
}

interface CopyableProps {
  readonly text: string;
  /** What the button does, in full. */
  readonly name: string;
}

/** A text to be taken along, as it stands. */
function Copyable({ text, name }: CopyableProps) {
  const t = useText();
  const { copied, copy } = useCopy();
  return (
    <div className={styles.copyable}>
      <pre className={styles.text} translate="no">
        {text}
      </pre>
      <Button
        look="outlined"
        icon={copied === 'yes' ? checkIcon : copyIcon}
        aria-label={name}
        onClick={() => copy(text)}
      >
        {t(copied === 'yes' ? 'about.copied' : 'about.copy')}
      </Button>
      {copied === 'blocked' && <p role="alert">{t('about.copyBlocked')}</p>}
    </div>
  );
}
