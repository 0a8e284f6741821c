export const printed = {
  yes: 'yes',
  no: 'no',
} as const;
