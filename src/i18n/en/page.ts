export const app = {
  name: 'MDN Playground',
  dismiss: 'Dismiss',
  reload: 'Load the page again',
} as const;

export const header = {
  skip: 'Skip to the content',
  nav: 'Pages',
  pages: { playground: 'Playground', learn: 'Learn' },
  about: 'About',
  theme: 'Theme',
  language: 'Language',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
} as const;

export const page = {
  notices: 'About this page',
  storage:
    'This browser does not let the page keep anything, so your choice holds until you leave.',
  missing:
    'A part of this page could not be loaded. Most likely the connection has gone, or the site was renewed since the page was opened: load the page again.',
  update: 'A new version is ready. Loading it restarts what trains on this page.',
  loadUpdate: 'Load it',
  notFound: 'There is no page at this address.',
  back: 'Go to the playground',
  crashed: 'The page ran into an error and stopped.',
  restart: 'Start again from the article’s settings',
} as const;

export const limit = {
  whole: 'Whole number from {min} to {max}; {value} stays in use',
  number: 'Number from {min} to {max}; {value} stays in use',
} as const;
