import { writeScene } from '../core/scene.ts';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import styles from './Stage.module.css';
import { stageStore } from './stageStore.ts';

/** What is on the stage, for the phones of a class: they open it as a page of their own. */
export default function SceneCode() {
  const t = useText();
  const { experiment, view, epoch } = useLab().scene;
  const scene = writeScene({ experiment, epoch, view: { ...view, presenting: false } });
  const link = new URL(`#/?${scene}`, location.href);
  link.search = '';
  return (
    <Dialog
      title={t('stage.qr')}
      closeLabel={t('stage.closeQr')}
      open
      full
      onClose={() => stageStore.setState({ qr: false })}
    >
      <QrCode
        text={link.href}
        name={t('stage.qrName')}
        tooLong={t('stage.qrTooLong')}
        className={styles.qr}
      />
    </Dialog>
  );
}
