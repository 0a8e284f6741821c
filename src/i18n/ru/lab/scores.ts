export const scores = {
  heading: 'Оценки',
  calibrated: 'Откалибрована ли она?',
  score: 'Оценка',
  value: 'Значение',
  inside: 'внутри',
  outside: 'снаружи',
  nll: 'NLL',
  excess: 'Избыток NLL',
  crps: 'CRPS',
  meanError: 'MSE среднего',
  excessError: 'Избыток MSE',
  nats: 'нат',
  units: 'ед. цели',
  squared: 'кв. ед. цели',
  measured: '{value} ± {error}',
  noBound: { noiseless: 'нет предела', unknown: 'неизвестно' },
  noBoundWhy: {
    noiseless: 'Без шума NLL не ограничен снизу, поэтому нет и избытка.',
    unknown: 'Истина для этих данных неизвестна, а значит, неизвестен и избыток над ней.',
  },
  asGaussian: 'Оценена гауссиана N(f(x), σ̂²), где σ̂² — MSE на обучении.',
  how: {
    fresh:
      'По {count, plural, one {{points} новой точке} other {{points} новым точкам}}, эпоха {epoch}.',
    test: 'По {count, plural, one {{points} тестовой точке} other {{points} тестовым точкам}}, эпоха {epoch}.',
  },
  howApart: {
    fresh: 'По {points} новым точкам внутри диапазона обучения и {outside} снаружи, эпоха {epoch}.',
    test: 'По {points} тестовым точкам внутри диапазона обучения и {outside} снаружи, эпоха {epoch}.',
  },
  measuring: {
    fresh: 'Измеряем на новых точках…',
    test: 'Измеряем на тестовых точках…',
  },
} as const;
