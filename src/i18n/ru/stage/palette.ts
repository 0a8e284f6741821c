export const palette = {
  heading: 'Действия',
  field: 'Название действия или пресета',
  list: 'Действия и пресеты',
  none: 'Ничто так не называется.',
  close: 'Закрыть',
} as const;
