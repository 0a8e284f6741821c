import { useState } from 'react';
import { HIDEABLE, type Hideable, parseEmbed, writeEmbed } from '../core/embed.ts';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { checkIcon, copyIcon } from '../ui/icons.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useCopy } from '../ui/useCopy.ts';
import styles from './ExportDialog.module.css';
import { frameSnippet } from './frameSnippet.ts';

/** The present scene in a frame of another page: link, snippet and QR code. */
export function EmbedSection() {
  const t = useText();
  const lab = useLab();
  const [hide, setHide] = useState<readonly Hideable[]>([]);
  const [site, setSite] = useState('');
  const origin = originOf(site);
  const embed = { hide, origin: origin ? [origin] : [] };
  const link = new URL(`#/?${writeEmbed(lab.scene, embed)}`, location.href).href;
  return (
    <div className={styles.section}>
      <p>{t('export.embed.how')}</p>
      <fieldset className={styles.hide}>
        <legend>{t('export.embed.show')}</legend>
        {HIDEABLE.map((part) => (
          <Checkbox
            key={part}
            label={t(`export.embed.parts.${part}`)}
            checked={!hide.includes(part)}
            onChange={(shown) =>
              setHide(shown ? hide.filter((one) => one !== part) : [...hide, part])
            }
          />
        ))}
      </fieldset>
      <TextField
        label={t('export.embed.site')}
        value={site}
        onChange={setSite}
        hint={t('export.embed.siteHint')}
        problem={site !== '' && !origin ? t('export.embed.noSite') : undefined}
      />
      <Copyable name={t('export.embed.link')} text={link} />
      <Copyable name={t('export.embed.snippet')} text={frameSnippet(link, t('app.name'))} />
      <QrCode
        text={link}
        name={t('export.embed.qr')}
        tooLong={t('export.embed.tooLong')}
        className={styles.qr}
      />
    </div>
  );
}

/** The origin of an address as a link names it; null for no address of a site. */
function originOf(site: string): string | null {
  try {
    const { origin } = new URL(site.trim());
    return parseEmbed(`origin=${encodeURIComponent(origin)}`).ok && origin !== 'null'
      ? origin
      : null;
  } catch {
    return null;
  }
}

/** A text to be taken along, as it stands. */
function Copyable({ name, text }: { readonly name: string; readonly text: string }) {
  const t = useText();
  const { copied, copy } = useCopy();
  return (
    <div className={styles.copyable}>
      <label>
        <span>{name}</span>
        <textarea readOnly rows={3} value={text} onFocus={({ target }) => target.select()} />
      </label>
      <Button
        look="outlined"
        icon={copied === 'yes' ? checkIcon : copyIcon}
        aria-label={t('export.embed.copy', { name })}
        onClick={() => void copy(text)}
      >
        {t(copied === 'yes' ? 'export.embed.copied' : 'export.embed.copyIt')}
      </Button>
      {copied === 'blocked' && <p role="alert">{t('export.embed.copyBlocked')}</p>}
    </div>
  );
}
