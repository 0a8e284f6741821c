import type { ReactNode } from 'react';

/** The page's pictures for buttons: 20 × 20, one stroke, the colour of the text. */
function icon(children: ReactNode) {
  return (
    <svg
      aria-hidden="true"
      className="icon"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const playIcon = icon(<path d="M6.5 4.2v11.6L16 10z" fill="currentColor" />);
export const pauseIcon = icon(<path d="M7 4.5v11M13 4.5v11" strokeWidth="3" />);
export const stepIcon = icon(<path d="M5 5v10l7.5-5zM15.5 5v10" />);
export const resetIcon = icon(<path d="M4 4v4h4M4.5 8a6.5 6.5 0 1 1-1 3.5" />);
export const moreIcon = icon(<path d="M5 10h.01M10 10h.01M15 10h.01" strokeWidth="2.4" />);
export const undoIcon = icon(<path d="M7 4 3.5 7.5 7 11M4 7.5h7.5a4.2 4.2 0 0 1 0 8.5H9" />);
export const redoIcon = icon(<path d="m13 4 3.5 3.5L13 11M16 7.5H8.5a4.2 4.2 0 0 0 0 8.5H11" />);
export const linkIcon = icon(
  <path d="m8.5 11.5 3-3M9 6.5l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M11 13.5l-2 2A3.2 3.2 0 0 1 4.5 11l2-2" />,
);
export const exportIcon = icon(<path d="M10 3v9M6.5 8.5 10 12l3.5-3.5M4 13v3.5h12V13" />);
export const aboutIcon = icon(<path d="M10 9.2v5M10 6h.01M3 10a7 7 0 1 0 14 0 7 7 0 1 0-14 0" />);
export const languageIcon = icon(
  <path d="M3 10a7 7 0 1 0 14 0 7 7 0 1 0-14 0M3 10h14M10 3c-5 4.4-5 9.6 0 14m0-14c5 4.4 5 9.6 0 14" />,
);
export const checkIcon = icon(<path d="m4.5 10.5 3.5 3.5 7.5-8" />);
export const closeIcon = icon(<path d="m5.5 5.5 9 9m0-9-9 9" />);
export const plusIcon = icon(<path d="M10 5v10M5 10h10" />);
export const minusIcon = icon(<path d="M5 10h10" />);
export const slidersIcon = icon(<path d="M3 6h8m4 0h2M3 14h2m4 0h8M13 4v4M7 12v4" />);
export const themeIcon = icon(
  <>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
  </>,
);
export const presentIcon = icon(<path d="M3 4h14v9H3zM10 13v3.5M6.5 16.5h7" />);
export const windowIcon = icon(<path d="M3 4h14v12H3zM3 7.5h14M6 11h5M6 13.5h8" />);
export const handIcon = icon(<path d="m4 16 1-4 8.5-8.5 3 3L8 15zM12 5l3 3" />);
export const freezeIcon = icon(<path d="M10 2.5v15M3.5 6.2l13 7.6M16.5 6.2l-13 7.6" />);
export const qrIcon = icon(
  <path d="M3 3h5v5H3zM12 3h5v5h-5zM3 12h5v5H3zM12 12h2v2h-2zM17 12v2M12 17h2M17 17h.01" />,
);
export const screenIcon = icon(<path d="M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4" />);
export const keysIcon = icon(
  <>
    <rect x="2.5" y="5" width="15" height="10" rx="1.8" />
    <path d="M5.8 8.3h.01M8.6 8.3h.01M11.4 8.3h.01M14.2 8.3h.01M6.5 11.8h7" />
  </>,
);
export const tableIcon = icon(<path d="M3 4h14v12H3zM3 8h14M3 12h14M8.5 8v8" />);
export const copyIcon = icon(<path d="M7 7h9v9H7zM13 4H4v9" />);
export const keepIcon = icon(<path d="M5.5 3.5h9v13L10 13l-4.5 3.5z" />);
export const compareIcon = icon(<path d="M3 4h6v12H3zM11 4h6v12h-6z" />);
export const sweepIcon = icon(
  <path d="M3.5 16.5v-13M3.5 16.5h13M7 12.5h.01M7 8.5h.01M11 10.5h.01M11 6.5h.01M15 8.5h.01M15 5h.01" />,
);
export const upIcon = icon(<path d="M10 16V4.5M5.5 9 10 4.5 14.5 9" />);
export const downIcon = icon(<path d="M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5" />);
export const timerIcon = icon(
  <>
    <circle cx="10" cy="11" r="6" />
    <path d="M10 8v3l2 1.5M8 2.5h4" />
  </>,
);
export const scenesIcon = icon(<path d="M3 4h10v7H3zM6 14h11V7" />);
export const chevronIcon = icon(<path d="m7.5 5 5 5-5 5" />);
export const questionIcon = icon(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M8 8a2 2 0 1 1 2.6 2c-.4.2-.6.5-.6 1M10 13.6h.01" />
  </>,
);
