import { safeJson } from '../printable.ts';
import type { Report } from '../report.ts';

/** `{"diagnostics": […], "summary": {…}}` */
export const formatJson = ({ diagnostics, summary }: Report): string => safeJson({ diagnostics, summary });
