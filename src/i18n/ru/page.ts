export const app = {
  name: 'MDN Playground',
  dismiss: 'Скрыть',
  reload: 'Загрузить страницу заново',
} as const;

export const header = {
  skip: 'К содержанию страницы',
  nav: 'Страницы',
  pages: { playground: 'Песочница', learn: 'Статья' },
  about: 'О странице',
  theme: 'Тема',
  // Found by who does not read Russian.
  language: 'Язык (Language)',
  themes: { system: 'Как в системе', light: 'Светлая', dark: 'Тёмная' },
} as const;

export const page = {
  notices: 'Об этой странице',
  storage:
    'Браузер не даёт странице ничего хранить, поэтому выбор действует, пока вы её не закроете.',
  missing:
    'Часть страницы не удалось загрузить. Скорее всего, пропала связь или сайт обновился, пока страница была открыта: загрузите её заново.',
  update: 'Готова новая версия. При её загрузке обучение на этой странице начнётся сначала.',
  loadUpdate: 'Загрузить',
  notFound: 'По этому адресу ничего нет.',
  back: 'Перейти в песочницу',
  crashed: 'На странице произошла ошибка, и она остановилась.',
  restart: 'Начать заново с настроек статьи',
} as const;

export const limit = {
  whole: 'Целое число от {min} до {max}; пока действует {value}',
  number: 'Число от {min} до {max}; пока действует {value}',
} as const;
