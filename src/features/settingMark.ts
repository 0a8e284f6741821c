import type { SettingPath } from '../core/settings.ts';

/** The attribute by which the control of a setting is found from elsewhere on the page. */
export const settingMark = (of: SettingPath) => ({ 'data-setting': of }) as const;
