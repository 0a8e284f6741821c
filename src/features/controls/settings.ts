import type { DataSettings, ModelSettings, TrainingSettings } from '../../core/experiment.ts';
import { useLab } from '../lab.ts';

type MdnSettings = Extract<ModelSettings, { kind: 'mdn' }>;

/** Ways to change one setting of the experiment, each as one undoable edit. */
export function useSettings() {
  const { editor } = useLab();
  return {
    setData<K extends keyof DataSettings>(key: K, value: DataSettings[K]): void {
      editor.edit(`data.${key}`, (e) => ({ ...e, data: { ...e.data, [key]: value } }));
    },
    /** A setting of the mixture changes only where there is one. */
    setModel<K extends Exclude<keyof MdnSettings, 'kind'>>(key: K, value: MdnSettings[K]): void {
      editor.edit(`model.${key}`, (e) =>
        key in e.model ? { ...e, model: { ...e.model, [key]: value } as ModelSettings } : e,
      );
    },
    setTraining<K extends keyof TrainingSettings>(key: K, value: TrainingSettings[K]): void {
      editor.edit(`training.${key}`, (e) => ({
        ...e,
        training: { ...e.training, [key]: value },
      }));
    },
  };
}
