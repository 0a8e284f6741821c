import { useState } from 'react';
import { chartTheme, type ThemeName } from '../charts/theme.ts';
import { useLab, useShownExperiment } from '../features/lab.ts';
import { runName } from '../features/runName.ts';
import { useText } from '../i18n/index.ts';
import { fixed } from '../i18n/numbers.ts';
import { Button } from '../ui/Button.tsx';
import { download } from '../ui/download.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import styles from './ExportDialog.module.css';
import { encoderOf, FILM_TYPES, type FilmFormat, filmFormats } from './encoders.ts';
import { fileStem } from './fileStem.ts';
import { FILM_SIZE, film } from './film.ts';
import { useCollected } from './useCollected.tsx';
import { useTask } from './useTask.ts';
import { Working } from './Working.tsx';

/** The timeline as a film. */
export function FilmSection({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const formats = filmFormats();
  const [format, setFormat] = useState<FilmFormat>(formats[0]!);
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  const { figures, stage } = useCollected(theme);
  const { busy, problem, begin, cancel } = useTask();
  const filmed = figures.filter(({ name }) => [t('figure.name'), t('slice.name')].includes(name));
  const take = () =>
    begin(async (signal) => {
      const of = lab.feed.way.states.length;
      if (of < 2) return t('export.film.nothing');
      setProgress({ done: 0, of });
      const canvas = Object.assign(document.createElement('canvas'), FILM_SIZE);
      const encoder = await encoderOf(format, canvas);
      const name = runName(t, experiment, 0, []);
      try {
        await film(lab, {
          figures: filmed,
          title: (epoch) => t('runs.atEpoch', { name, epoch: fixed(epoch) }),
          theme: chartTheme(theme),
          canvas,
          encoder,
          signal,
          onProgress: (done, of) => setProgress({ done, of }),
        });
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      }
      const type = FILM_TYPES[format];
      download(`${fileStem(experiment)}.${format}`, await encoder.end(), type);
      return null;
    });
  return (
    <div className={styles.section}>
      {stage}
      <p>{t('export.film.how')}</p>
      <RadioGroup<FilmFormat>
        label={t('export.film.format')}
        look="words"
        value={format}
        choices={formats.map((value) => ({ value, label: t(`export.film.formats.${value}`) }))}
        onChange={setFormat}
      />
      <div className={styles.actions}>
        <Button look="primary" disabled={busy} onClick={() => void take()}>
          {t('export.film.take')}
        </Button>
        {busy && (
          <Working onCancel={cancel}>
            <progress
              aria-label={t('export.film.progress')}
              value={progress.done}
              max={Math.max(1, progress.of)}
            />{' '}
            {t('export.film.done', { done: fixed(progress.done), of: fixed(progress.of) })}
          </Working>
        )}
      </div>
      <p role="alert">{problem}</p>
    </div>
  );
}
