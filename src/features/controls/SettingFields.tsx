import { SETTINGS, type SettingPath, type SettingValue, settingIn } from '../../core/settings.ts';
import { type Explained, explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField, type NumberFieldProps } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useExperiment, useLab } from '../lab.ts';
import { settingMark } from '../settingMark.ts';

type Rows = typeof SETTINGS;

/** The settings whose values are of one kind. */
type PathOf<Kind> = {
  [Path in SettingPath]: Rows[Path]['allowed']['kind'] extends Kind ? Path : never;
}[SettingPath];

/** The settings that are explained under their label. */
type Plain = {
  [Path in SettingPath]: Rows[Path]['label'] extends Explained ? Path : never;
}[SettingPath];

/** A setting's value, undefined where the model has no such setting, and what its control says. */
function useSetting<Path extends SettingPath>(of: Path, explanation?: Explained) {
  const t = useText();
  const { label } = SETTINGS[of];
  const name = t(`controls.${label}`);
  return {
    value: settingIn(useExperiment(), of),
    // Another name is asked for where the label has no explanation.
    texts: { label: name, explanation: explained(t, explanation ?? (label as Explained), name) },
  };
}

type NumberSettingProps = (
  | { readonly of: PathOf<'number'> & Plain; readonly explanation?: Explained }
  | { readonly of: PathOf<'number'>; readonly explanation: Explained }
) &
  Partial<Omit<NumberFieldProps, 'label' | 'allowed' | 'explanation'>>;

/** A number of the experiment; nothing where the model has no such setting. */
export function NumberSetting({ of, explanation, ...field }: NumberSettingProps) {
  const t = useText();
  const { editor } = useLab();
  const { value, texts } = useSetting(of, explanation);
  if (value === undefined) return null;
  const { limit = SETTINGS[of].allowed.limit } = field;
  return (
    <div {...settingMark(of)}>
      <NumberField
        {...texts}
        value={value}
        limit={limit}
        allowed={limitText(t, limit)}
        onChange={(next) => editor.set(of, next)}
        {...field}
      />
    </div>
  );
}

interface ChoiceSettingProps<Path extends SettingPath> {
  readonly of: Path;
  readonly nameOf: (value: SettingValue<Path>) => string;
}

/** One of a setting's names, from a list. */
export function ChoiceSetting<Path extends PathOf<'choice'> & Plain>(
  props: ChoiceSettingProps<Path>,
) {
  const { of, nameOf } = props;
  const { editor } = useLab();
  const { value, texts } = useSetting(of);
  if (value === undefined) return null;
  const names = SETTINGS[of].allowed.names as readonly SettingValue<Path>[];
  return (
    <div {...settingMark(of)}>
      <Select
        {...texts}
        value={value}
        options={names.map((name) => ({ value: name, label: nameOf(name) }))}
        onChange={(name) => editor.set(of, name)}
      />
    </div>
  );
}

interface YesNoSettingProps {
  readonly of: PathOf<'yesNo'> & Plain;
  readonly hint?: string;
}

/** A setting that is on or off. */
export function YesNoSetting({ of, hint }: YesNoSettingProps) {
  const { editor } = useLab();
  const { value, texts } = useSetting(of);
  if (value === undefined) return null;
  return (
    <div {...settingMark(of)}>
      <Checkbox {...texts} hint={hint} checked={value} onChange={(on) => editor.set(of, on)} />
    </div>
  );
}
