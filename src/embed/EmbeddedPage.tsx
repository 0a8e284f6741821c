import { type ReactNode, useEffect, useId, useRef } from 'react';
import { chartTheme, type ThemeName, themeProperties } from '../charts/theme.ts';
import type { Embed } from '../core/embed.ts';
import { useLab, useShownExperiment, useShowsUntrained, useView } from '../features/lab.ts';
import { AnswerFigure } from '../features/main-figure/AnswerFigure.tsx';
import { captionOf } from '../features/main-figure/figureText.ts';
import { RunBar } from '../features/run-bar/RunBar.tsx';
import { Slice } from '../features/slice/Slice.tsx';
import { Timeline } from '../features/timeline/Timeline.tsx';
import { useText } from '../i18n/index.ts';
import { linkOf } from '../store/link.ts';
import styles from './EmbeddedPage.module.css';
import { answer, tellHeight } from './frame.ts';

interface EmbeddedPageProps {
  readonly embed: Embed;
  readonly theme: ThemeName;
  /** What there is to say of the address. */
  readonly notices?: ReactNode;
}

/** A figure alone, in a frame of another page, which may drive it. */
export function EmbeddedPage({ embed, theme, notices }: EmbeddedPageProps) {
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const view = useView();
  const untrained = useShowsUntrained();
  const caption = useId();
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const listen = (message: MessageEvent) => answer(lab, embed, window.parent, message);
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [lab, embed]);
  useEffect(() => {
    const main = page.current;
    if (!main || window.parent === window) return;
    const observer = new ResizeObserver(() =>
      tellHeight(window.parent, embed, Math.ceil(main.getBoundingClientRect().height)),
    );
    observer.observe(main);
    return () => observer.disconnect();
  }, [embed]);
  const shows = (part: Embed['hide'][number]) => !embed.hide.includes(part);
  return (
    <main
      ref={page}
      className={styles.page}
      style={themeProperties(chartTheme(theme)) as object}
      aria-label={t('app.name')}
    >
      {notices}
      {shows('controls') && <RunBar />}
      <AnswerFigure
        theme={theme}
        slice={shows('slice') ? <Slice theme={theme} /> : undefined}
        captionId={shows('caption') ? caption : undefined}
      />
      {shows('timeline') && <Timeline />}
      {shows('caption') && (
        <p id={caption} className={styles.caption}>
          <span>{captionOf(t, experiment, view, theme, untrained)}</span>{' '}
          <a href={linkOf(lab)} target="_blank" rel="noopener">
            {t('figure.openWhole')}
          </a>
        </p>
      )}
    </main>
  );
}
