import { useMemo } from 'react';
import { encode } from 'uqr';

/** The most bytes that a code holds, at the least correction. */
const MOST_BYTES = 2900;
/** Light modules around the code, which readers need to find it. */
const RIM = 4;

interface QrCodeProps {
  /** What a phone reads, as an address. */
  readonly text: string;
  /** Its accessible name. */
  readonly name: string;
  /** One sentence: the text is too long for a code. */
  readonly tooLong: string;
  readonly className?: string | undefined;
}

/** A text as a QR code, black on white in every theme: phones read no other. A sentence where it is too long. */
export function QrCode({ text, name, tooLong, className }: QrCodeProps) {
  const code = useMemo(() => {
    if (new TextEncoder().encode(text).length > MOST_BYTES) return null;
    const { data, size } = encode(text, { ecc: 'L', border: RIM });
    const dark = data.flatMap((row, y) =>
      row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size, path: dark.join('') };
  }, [text]);
  if (!code) return <p>{tooLong}</p>;
  const { size, path } = code;
  return (
    <svg
      role="img"
      aria-label={name}
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path fill="#ffffff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000000" d={path} />
    </svg>
  );
}
