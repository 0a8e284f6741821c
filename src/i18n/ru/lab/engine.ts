export const engine = {
  heading: 'Движок',
  cost: '{time} мс на шаг',
  memory: '{size} МБ',
  parameters: 'параметров: {count}',
  waiting: 'Запускается',
  fallback: 'Он заменяет движок, который был запрошен: {reason}',
} as const;
