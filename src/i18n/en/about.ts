export const about = {
  heading: 'About MDN Playground',
  close: 'Close',
  version: 'Version',
  licence: 'Licence',
  licenceText: 'The licence in full',
  source: 'Source',
  sourceIs:
    'No public address is set. The source is the folder that this site was built from; its README says how to build, test and run it.',
  method: 'Method',
  methodIs:
    'Mixture density networks are C. M. Bishop’s (1994). The data sets and the five runs follow a tutorial of 2018.',
  paper: 'Bishop’s report',
  tutorial: 'The tutorial, in Russian',
  cite: 'How to cite',
  command: 'This experiment in a terminal',
  commandIs:
    'Run it in the folder of the source, after npm ci and npm run build. It prints the losses, the excess and a hash of the weights, the same as those of this run here.',
  copy: 'Copy',
  copied: 'Copied',
  copyCitation: 'Copy the citation',
  copyCommand: 'Copy the command',
  copyBlocked: 'Copying is blocked here; select the text instead.',
} as const;
