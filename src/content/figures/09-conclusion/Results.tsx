import { articleExperiment } from '../../../core/article.ts';
import { truthOf } from '../../../core/datasets/truthOf.ts';
import type { ModelKind } from '../../../core/experiment.ts';
import { writeLink } from '../../../core/link.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { type ClaimName, claimed } from '../../claims/claims.ts';
import { FigureFrame } from '../../parts/FigureFrame.tsx';
import shared from '../shared.module.css';

interface Row {
  readonly data: 'sine' | 'inverted' | 'spiral';
  readonly model: ModelKind;
  readonly claim: ClaimName;
}

const ROWS: readonly Row[] = [
  { data: 'sine', model: 'ffnn', claim: 'sine-ffnn' },
  { data: 'inverted', model: 'ffnn', claim: 'inverted-ffnn' },
  { data: 'spiral', model: 'ffnn', claim: 'spiral-ffnn' },
  { data: 'inverted', model: 'mdn', claim: 'inverted-mdn' },
  { data: 'spiral', model: 'mdn', claim: 'spiral-mdn' },
];

/** The article's five runs, how they end, and what could have been reached. */
export function Results() {
  const t = useText();
  return (
    <FigureFrame name={t('figures.results.name')} caption={t('figures.results.caption')}>
      <table className={shared.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures.results.data')}</th>
            <th scope="col">{t('figures.results.predicts')}</th>
            <th scope="col">{t('figures.results.ends')}</th>
            <th scope="col">{t('figures.results.floor')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('figures.results.see')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ data, model, claim }) => {
            const floor =
              model === 'ffnn' ? (truthOf(data, 1)?.meanSquaredError() ?? Number.NaN) : 0;
            return (
              <tr key={claim}>
                <th scope="row">{t(`figures.results.${data}`)}</th>
                <td>{t(`figures.results.models.${model}`)}</td>
                <td>{t(`figures.results.range.${model}`, claimed(claim))}</td>
                <td>{fixed(floor, model === 'ffnn' ? 1 : 0)}</td>
                <td>
                  <a href={`#/?${writeLink(articleExperiment(data, model))}`}>
                    {t('figures.results.run')}
                  </a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </FigureFrame>
  );
}
