import { useEffect, useState } from 'react';

/** What became of the last copying; a success is forgotten after a while, a failure is not. */
type Copied = 'no' | 'yes' | 'blocked';

const COPIED_MS = 2000;

/** Copies text, and tells whether the browser allowed it. */
export function useCopy() {
  const [copied, setCopied] = useState<Copied>('no');
  useEffect(() => {
    if (copied !== 'yes') return;
    const timer = setTimeout(() => setCopied('no'), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      setCopied('blocked');
    }
  };
  return { copied, copy, forget: () => setCopied('no') };
}
