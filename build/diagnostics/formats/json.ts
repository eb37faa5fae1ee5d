import type { Report } from '../report.ts';

/** `{"diagnostics": […], "summary": {…}}` */
export const formatJson = ({ diagnostics, summary }: Report): string => JSON.stringify({ diagnostics, summary }, null, 2);
