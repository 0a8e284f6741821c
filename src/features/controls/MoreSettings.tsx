import { dataSetOf } from '../../core/datasets/datasets.ts';
import { BATCH_ORDERS, ENGINE_NAMES, LIMITS, SCHEDULES } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useExperiment, useLab } from '../lab.ts';
import { useSettings } from './settings.ts';

const SCALINGS = ['raw', 'standardised'] as const;

/** The settings that the article leaves alone. */
export function MoreSettings() {
  const t = useText();
  const { editor } = useLab();
  const { setData, setModel, setTraining } = useSettings();
  const { data, model, training, engine } = useExperiment();
  const { separateTest } = dataSetOf(data.name);
  return (
    <>
      <NumberField
        label={t('controls.testShare')}
        explanation={explained(t, 'testShare', t('controls.testShare'))}
        hint={t(separateTest ? 'controls.testShareSpiral' : 'controls.testShareHint')}
        hintBelow={separateTest}
        value={data.testFraction}
        limit={LIMITS.testFraction}
        allowed={limitText(t, LIMITS.testFraction)}
        scale="linear"
        step={0.05}
        disabled={separateTest}
        onChange={(share) => setData('testFraction', share)}
      />
      {model.kind === 'mdn' && (
        <NumberField
          label={t('controls.varianceFloor')}
          explanation={explained(t, 'varianceFloor', t('controls.varianceFloor'))}
          hint={t('controls.varianceFloorHint')}
          hintBelow
          value={model.varianceFloor}
          limit={LIMITS.varianceFloor}
          allowed={limitText(t, LIMITS.varianceFloor)}
          step={1e-5}
          onChange={(floor) => setModel('varianceFloor', floor)}
        />
      )}
      <Select
        label={t('controls.batchOrder')}
        explanation={explained(t, 'batchOrder', t('controls.batchOrder'))}
        value={training.order}
        options={BATCH_ORDERS.map((order) => ({
          value: order,
          label: t(`controls.batchOrders.${order}`),
        }))}
        onChange={(order) => setTraining('order', order)}
      />
      <Select
        label={t('controls.schedule')}
        explanation={explained(t, 'schedule', t('controls.schedule'))}
        value={training.schedule.kind}
        options={SCHEDULES.map((kind) => ({ value: kind, label: t(`controls.schedules.${kind}`) }))}
        onChange={(kind) =>
          setTraining('schedule', kind === 'cosine' ? { kind, epochs: training.epochs } : { kind })
        }
      />
      {training.schedule.kind === 'cosine' && (
        <NumberField
          label={t('controls.annealOver')}
          explanation={explained(t, 'annealOver', t('controls.annealOver'))}
          hint={t('controls.annealOverHint')}
          hintBelow
          value={training.schedule.epochs}
          limit={LIMITS.epochs}
          allowed={limitText(t, LIMITS.epochs)}
          scale="log"
          step={50}
          onChange={(epochs) => setTraining('schedule', { kind: 'cosine', epochs })}
        />
      )}
      <NumberField
        label={t('controls.clipping')}
        explanation={explained(t, 'clipping', t('controls.clipping'))}
        hint={t('controls.clippingHint')}
        hintBelow
        value={training.clipNorm}
        limit={LIMITS.clipNorm}
        allowed={limitText(t, LIMITS.clipNorm)}
        step={0.5}
        onChange={(norm) => setTraining('clipNorm', norm)}
      />
      <NumberField
        label={t('controls.weightDecay')}
        explanation={explained(t, 'weightDecay', t('controls.weightDecay'))}
        hint={t('controls.weightDecayHint')}
        hintBelow
        value={training.weightDecay}
        limit={LIMITS.weightDecay}
        allowed={limitText(t, LIMITS.weightDecay)}
        step={1e-4}
        onChange={(decay) => setTraining('weightDecay', decay)}
      />
      <Select
        label={t('controls.scaling')}
        explanation={explained(t, 'scaling', t('controls.scaling'))}
        value={training.standardise ? 'standardised' : 'raw'}
        options={SCALINGS.map((name) => ({ value: name, label: t(`controls.scalings.${name}`) }))}
        onChange={(name) => setTraining('standardise', name === 'standardised')}
      />
      <Select
        label={t('controls.engine')}
        explanation={explained(t, 'engine', t('controls.engine'))}
        value={engine}
        options={ENGINE_NAMES.map((name) => ({
          value: name,
          label: t(`controls.engines.${name}`),
        }))}
        onChange={(name) => editor.edit('engine', (e) => ({ ...e, engine: name }))}
      />
      <Checkbox
        label={t('controls.stopAtPlateau')}
        explanation={explained(t, 'stopAtPlateau', t('controls.stopAtPlateau'))}
        checked={training.stopAtPlateau}
        onChange={(stop) => setTraining('stopAtPlateau', stop)}
      />
      <Checkbox
        label={t('controls.recover')}
        explanation={explained(t, 'recover', t('controls.recover'))}
        hint={t('controls.recoverHint')}
        checked={training.recover}
        onChange={(recover) => setTraining('recover', recover)}
      />
    </>
  );
}
