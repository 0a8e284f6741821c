export const printed = {
  yes: 'да',
  no: 'нет',
} as const;
