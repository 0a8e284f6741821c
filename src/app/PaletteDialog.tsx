import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { PRESETS } from '../core/presets.ts';
import { answerKinds } from '../features/drawnAnswer.ts';
import { useLab } from '../features/lab.ts';
import { type Translate, useText } from '../i18n/index.ts';
import type { Lab } from '../store/lab.ts';
import { pageStore } from '../store/page.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { enterFullScreen } from '../ui/fullScreen.ts';
import styles from './PaletteDialog.module.css';

/** Something that can be done, under the name that the page has for it. */
interface Action {
  readonly name: string;
  readonly act: () => void;
}

/** The page's own buttons, each under its accessible name. */
function buttonsOfPage(): Action[] {
  return [...document.querySelectorAll<HTMLButtonElement>('header button, main button')]
    .filter((button) => !button.disabled && button.checkVisibility())
    .map((button) => ({
      name: (button.getAttribute('aria-label') ?? button.textContent ?? '').trim(),
      act: () => button.click(),
    }))
    .filter(({ name }) => name !== '');
}

function presets({ editor }: Lab): Action[] {
  return PRESETS.map(({ label, experiment }) => ({
    name: label,
    act: () => editor.edit('preset', ({ seed, engine }) => ({ ...experiment, seed, engine })),
  }));
}

function views(t: Translate, lab: Lab): Action[] {
  const show = t('figure.show');
  const answers = answerKinds(lab.editor.experiment.model).map((answer) => ({
    name: `${show}: ${t(`figure.answers.${answer}`)}`,
    act: () => lab.show({ answer }),
  }));
  const overlays = (['testPoints', 'trainingPoints', 'truth'] as const).map((key) => ({
    name: `${show}: ${t(`figure.${key}`)}`,
    act: () => lab.show({ [key]: !lab.view.getState()[key] }),
  }));
  return [...answers, ...overlays];
}

/** What has no button in sight, on the page or on the stage. */
function hidden(t: Translate, lab: Lab): Action[] {
  const { presenting } = lab.view.getState();
  return [
    { name: t('keys.undo'), act: () => lab.editor.undo() },
    { name: t('keys.redo'), act: () => lab.editor.redo() },
    {
      name: presenting ? t('stage.leave') : t('playground.present'),
      act: () => {
        lab.show({ presenting: !presenting });
        if (!presenting) void enterFullScreen();
      },
    },
    { name: t('playground.scenes'), act: () => pageStore.setState({ scenesOpen: true }) },
    { name: t('keys.heading'), act: () => pageStore.setState({ keysOpen: true }) },
    { name: t('header.about'), act: () => pageStore.setState({ aboutOpen: true }) },
  ];
}

function actionsOf(t: Translate, lab: Lab): readonly Action[] {
  const all = [...buttonsOfPage(), ...views(t, lab), ...presets(lab), ...hidden(t, lab)];
  return [...new Map(all.map((action) => [action.name, action])).values()];
}

/** What the browser gives the focus to when it opens the dialog; React's `autoFocus` comes before that. */
const focusOnOpening = (input: HTMLInputElement | null) => input?.setAttribute('autofocus', '');

const close = () => pageStore.setState({ paletteOpen: false });

/** True if every word stands in the name, in whatever order. */
function matches(name: string, words: string): boolean {
  const within = name.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}

/** A field to type a name into, and the actions that it may be the name of. */
function Choice() {
  const t = useText();
  const lab = useLab();
  const id = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  // As the page was when it was asked: the dialog itself has buttons too.
  const all = useMemo(() => actionsOf(t, lab), [t, lab]);
  const found = all.filter(({ name }) => matches(name, words));
  const chosen = found[Math.min(at, found.length - 1)];
  const idOf = (action: Action) => `${id}-${all.indexOf(action)}`;
  useEffect(() => {
    if (chosen) document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' });
  });
  const act = (action: Action) => {
    close();
    // The page has its keys and its focus back by then.
    setTimeout(action.act);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + by + found.length) % found.length);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      act(chosen);
    }
  };
  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-label={t('palette.field')}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && idOf(chosen)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        ref={focusOnOpening}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('palette.list')} className={styles.list}>
        {found.map((action) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={action.name}
            id={idOf(action)}
            role="option"
            tabIndex={-1}
            aria-selected={action === chosen}
            className={styles.option}
            onClick={() => act(action)}
          >
            {action.name}
          </div>
        ))}
      </div>
      {found.length === 0 && <p role="status">{t('palette.none')}</p>}
    </>
  );
}

/** Every action of the page and every preset, to be typed by name. */
export function PaletteDialog() {
  const t = useText();
  const open = useStore(pageStore, (page) => page.paletteOpen);
  return (
    <Dialog
      title={t('palette.heading')}
      closeLabel={t('palette.close')}
      open={open}
      onClose={close}
    >
      <Choice />
    </Dialog>
  );
}
