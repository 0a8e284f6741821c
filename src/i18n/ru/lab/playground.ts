export const playground = {
  skip: 'Перейти к рисунку',
  settings: 'Настройки',
  done: 'Готово',
  undo: 'Отменить',
  redo: 'Вернуть',
  copyLink: 'Копировать ссылку',
  copied: 'Скопировано',
  copyBlocked: 'Копирование здесь запрещено. Та же ссылка стоит в адресной строке.',
  present: 'Показ',
  scenes: 'Кадры',
  keys: 'Клавиши',
  code: 'Код',
} as const;
