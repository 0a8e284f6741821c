import { articleExperiment } from '../../../core/article.ts';
import { FRESH_POINTS } from '../../../core/data/data.ts';
import { truthOf } from '../../../core/datasets/truthOf.ts';
import { writeLink } from '../../../core/link.ts';
import { useText } from '../../../i18n/index.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { aboveFloor } from '../../claims/claims.ts';
import { FigureFrame } from '../../parts/FigureFrame.tsx';
import shared from '../shared.module.css';

/** The runs, with the digits that their excess is told with. */
const ROWS = [
  { data: 'sine', model: 'ffnn', run: 'sine-ffnn', digits: 3 },
  { data: 'inverted', model: 'ffnn', run: 'inverted-ffnn', digits: 1 },
  { data: 'spiral', model: 'ffnn', run: 'spiral-ffnn', digits: 1 },
  { data: 'inverted', model: 'mdn', run: 'inverted-mdn', digits: 3 },
  { data: 'spiral', model: 'mdn', run: 'spiral-mdn', digits: 2 },
] as const;

/** The article's five runs, what could have been reached, and how far above it they end. */
export function Results() {
  const t = useText();
  const rows = ROWS.map(({ data, model, run, digits }) => {
    const truth = truthOf(data, 1);
    const floor = model === 'ffnn' ? truth?.meanSquaredError() : truth?.entropy();
    return {
      name: t(`figures.results.${data}`),
      predicts: t(`figures.results.models.${model}`),
      floor: t(`figures.results.loss.${model}`, {
        loss: fixed(floor ?? Number.NaN, model === 'ffnn' ? 1 : 3),
      }),
      above: t('figures.results.range', aboveFloor(run, digits)),
      address: `#/?${writeLink(articleExperiment(data, model))}`,
    };
  });
  return (
    <FigureFrame
      name={t('figures.results.name')}
      caption={t('figures.results.caption', { fresh: fixed(FRESH_POINTS) })}
      description={rows.map((row) => t('figures.results.said', row)).join(' ')}
    >
      <table className={shared.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures.results.data')}</th>
            <th scope="col">{t('figures.results.predicts')}</th>
            <th scope="col">{t('figures.results.floor')}</th>
            <th scope="col">{t('figures.results.above')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('figures.results.see')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, predicts, floor, above, address }) => (
            <tr key={address}>
              <th scope="row">{name}</th>
              <td>{predicts}</td>
              <td>{floor}</td>
              <td>{above}</td>
              <td>
                <a href={address}>{t('figures.results.run')}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureFrame>
  );
}
