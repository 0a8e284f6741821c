import { type Group, type Measure, unfinished } from '../../core/sweepSummary.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, loss, significant } from '../../i18n/numbers.ts';
import type { TableContent } from '../../ui/TableButton.tsx';
import { settingName } from './draft.ts';
import { measureWriter } from './verdictText.ts';

interface Swept {
  readonly settings: readonly string[];
  readonly groups: readonly Group[];
  readonly measure: Measure;
  readonly unit: string;
}

/** Runs that are listed at most. */
const MOST_LISTED = 1000;

const number = (value: number | null) => value ?? Number.NaN;

/** The numbers of a sweep: of every value, and of every run. */
export function sweepTable(t: Translate, { settings, groups, measure, unit }: Swept): TableContent {
  const column = (name: string, write: (value: number) => string = loss) => ({ name, write });
  const write = measureWriter(groups);
  const named = settings.map((setting) => ({ name: settingName(t, setting) }));
  const measureName = t(`sweep.measures.${measure}`);
  const listed = groups.flatMap(({ values, results }) =>
    results.map((result) => ({ values, result })),
  );
  return {
    remarks: [
      t('sweep.axis', { measure: measureName, unit }),
      ...(listed.length > MOST_LISTED
        ? [t('sweep.table.thinned', { all: fixed(listed.length), shown: fixed(MOST_LISTED) })]
        : []),
    ],
    tables: [
      ...(settings.length > 0
        ? [
            {
              caption: t('sweep.table.groups'),
              columns: [
                ...named,
                column(t('sweep.table.count'), fixed),
                column(t('sweep.table.unfinished'), fixed),
                ...(['least', 'lower', 'median', 'upper', 'greatest'] as const).map((part) =>
                  column(t(`sweep.table.${part}`), write),
                ),
              ],
              rows: groups.flatMap((group) =>
                group.spread
                  ? [
                      [
                        ...group.values,
                        group.results.length,
                        unfinished(group, measure),
                        group.spread.least,
                        group.spread.lower,
                        group.spread.median,
                        group.spread.upper,
                        group.spread.greatest,
                      ],
                    ]
                  : [],
              ),
            },
          ]
        : []),
      {
        caption: t('sweep.table.runs'),
        columns: [
          ...named,
          column(t('sweep.table.seed'), String),
          column(t('sweep.table.excess'), write),
          column(t('sweep.table.error'), (value) => significant(value, 2)),
          column(t('sweep.table.test')),
          column(t('sweep.table.train')),
          column(t('sweep.table.epochs'), fixed),
          column(t('sweep.table.seconds'), (value) => fixed(value, 2)),
          column(t('sweep.table.recoveries'), fixed),
          { name: t('sweep.table.hash') },
        ],
        rows: listed
          .slice(0, MOST_LISTED)
          .map(({ values, result }) => [
            ...values,
            result.experiment.seed,
            number(result.excess),
            number(result.excessError),
            number(result.testLoss),
            number(result.trainLoss),
            result.epochs,
            result.seconds,
            result.recoveries,
            result.parametersHash?.slice(0, 12) ?? '',
          ]),
      },
    ],
  };
}
