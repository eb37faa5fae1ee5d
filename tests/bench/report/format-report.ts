/**
 * A report for people: tables in plain text.
 */
import { formatTable } from '../../../build/cli/format-table.ts';
import type { BenchReport } from '../bench.ts';
import { buildCases } from '../own/own-cases.ts';
import type { CaseReport } from './cases.ts';
import type { Ratio } from './ratios.ts';

export function formatReport(report: BenchReport): string {
  const stages = stageTable(report.cases);
  return [
    heading(report),
    formatTable(caseTable(report.cases)),
    ...(stages.length > 1 ? [`Stages of our build, seconds\n${formatTable(stages)}`] : []),
    ...(report.ratios.length > 0
      ? [`Our time divided by theirs (below 1: we are faster)\n${formatTable(ratioTable(report.ratios))}`]
      : []),
    ...report.notes,
  ].join('\n\n');
}

function heading({ machine, versions, content, runs }: BenchReport): string {
  const programs = [
    `Node ${machine.node}`,
    ...Object.entries(versions).map(([name, version]) => `${name}: ${version}`),
  ];
  return [
    `${content.texts} texts of ${content.entries} entries make about ${content.pages} pages (seed ${content.seed}); ${runs} runs, medians.`,
    `${machine.cores} cores (${machine.processor}), ${gigabytes(machine.memoryBytes)} of memory, ${machine.system}`,
    programs.join('\n'),
  ].join('\n');
}

type Row = readonly string[];

function caseTable(cases: readonly CaseReport[]): Row[] {
  const rows = cases.map(({ title, search, pages, seconds, cpuSeconds, pagesPerSecond, ...report }) => [
    title,
    report.case,
    search ? 'yes' : 'no',
    String(pages),
    String(report.made ?? pages),
    seconds.median.toFixed(2),
    `${seconds.least.toFixed(2)}–${seconds.most.toFixed(2)}`,
    String(Math.round(pagesPerSecond)),
    cpuSeconds === undefined ? 'not measured' : cpuSeconds.median.toFixed(2),
    report.peakBytes === undefined ? 'not measured' : megabytes(report.peakBytes.median),
    report.totalBytes === undefined ? 'not measured' : megabytes(report.totalBytes.median),
  ]);
  return [
    ['', 'case', 'search', 'pages', 'made', 'seconds', 'from–to', 'pages/s', 'CPU s', 'memory', 'of all'],
    ...rows,
  ];
}

function stageTable(cases: readonly CaseReport[]): Row[] {
  const own = cases.filter(({ stages }) => Object.keys(stages).length > 0);
  const names = [...new Set(own.flatMap(({ stages }) => Object.keys(stages)))];
  return [
    ['', ...own.map((report) => `${report.case}${report.search ? '' : ', no search'}`)],
    ...names.map((name) => [name, ...own.map(({ stages }) => stages[name]?.toFixed(2) ?? '–')]),
  ];
}

function ratioTable(ratios: readonly Ratio[]): Row[] {
  const rows = ratios.map(({ title, search, seconds, cpuSeconds }) => [
    search ? `${title}, with Pagefind` : title,
    ...buildCases.map((name) => seconds[name]?.toFixed(3) ?? '–'),
    ...buildCases.map((name) => cpuSeconds[name]?.toFixed(3) ?? '–'),
  ]);
  return [['', ...buildCases, ...buildCases.map((name) => `CPU ${name}`)], ...rows];
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
