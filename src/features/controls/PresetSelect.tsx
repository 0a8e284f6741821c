import { matchingPreset, PRESETS, presetOf } from '../../core/presets.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { ExplainMark } from '../../ui/Explain.tsx';
import { Select } from '../../ui/Select.tsx';
import { useExperiment, useLab } from '../lab.ts';
import { presetName } from '../presetName.ts';

const CUSTOM = 'custom';

/** The article's runs. Seed and engine stay as they are when one is chosen. */
export function PresetSelect() {
  const t = useText();
  const { editor } = useLab();
  const chosen = matchingPreset(useExperiment())?.label ?? CUSTOM;
  const custom = { value: CUSTOM, label: t('controls.custom'), disabled: true };
  const choose = (label: string) => {
    const preset = presetOf(label);
    if (preset) {
      editor.edit('preset', ({ seed, engine }) => ({ ...preset.experiment, seed, engine }));
    }
  };
  return (
    <Select
      label={t('controls.preset')}
      // Named by the label, its button would be found where “Reset” is looked for.
      mark={<ExplainMark explanation={explained(t, 'preset', t('controls.presets'))} />}
      labelled="above"
      strong
      value={chosen}
      options={[
        ...(chosen === CUSTOM ? [custom] : []),
        ...PRESETS.map((preset) => ({ value: preset.label, label: presetName(t, preset) })),
      ]}
      onChange={choose}
    />
  );
}
