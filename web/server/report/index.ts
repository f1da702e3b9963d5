/** The report of a finished run: one self-contained page, and the same as PDF where a Chromium is found. */
export { reportHtml } from './page.ts';
export { reportPdf } from './print.ts';
