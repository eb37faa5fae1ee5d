/**
 * The Markdown of a text, as it is written, with what is wrong with the whole text below it: as long as that has errors, the entry
 * cannot be saved.
 */
import type { Locale } from '../../../schemas/brands.ts';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import { targetOf } from '../../model/place.ts';
import { containerSnippets } from '../../vscode/container-snippets.ts';
import type { EditorFacts } from '../facts.ts';
import { sourceKey } from '../source-key.ts';
import { rememberBlob } from './blob-files.ts';
import type { EditorContext } from './editor-context.ts';
import { type OpenEntry, placeIn } from './entry-form.ts';
import { faultsIn, sentenceOf } from './faults-of-entry.ts';
import { openEntry } from './open-entry.ts';
import { localeOf } from './pane.client.ts';
import { type Component, type ControlProps, element, type Verdict } from './react.client.ts';
import { noteWritten, showHandedOut } from './written-text.ts';

export function bodyControl(context: EditorContext): Component {
  return window.createClass<ControlProps>({
    isValid() {
      return verdictOn(faultsAt(this.props, context));
    },
    render() {
      const { forID, value, onChange } = this.props;
      const faults = faultsAt(this.props, context);
      return element(
        'div',
        { className: 'passport-body' },
        pageLinks(this.props, context),
        toolbar(this.props),
        element('textarea', {
          id: forID,
          ref: (area: HTMLTextAreaElement | null) => {
            if (area !== null) showHandedOut(area, String(value ?? ''));
          },
          rows: rowsFor(value),
          spellCheck: true,
          'aria-invalid': hasErrors(faults),
          'aria-describedby': `${forID}-faults`,
          onChange: ({ target }: { readonly target: HTMLTextAreaElement }) => {
            noteWritten(target);
            onChange(target.value);
          },
        }),
        faultList(this.props, faults),
      );
    },
  });
}

const verdictOn = (faults: readonly Diagnostic[]): Verdict => {
  const errors = faults.filter(({ severity }) => severity === 'error');
  return errors.length === 0 || { error: { message: errors.map(sentenceOf).join(' · ') } };
};

function faultsAt(props: ControlProps, { facts, collections }: EditorContext): readonly Diagnostic[] {
  const locale = localeOf(props.forID);
  const entry =
    props.entry === undefined || locale === undefined
      ? undefined
      : openEntry(props.entry, locale, collections);
  return entry === undefined || locale === undefined ? [] : faultsOrReason(entry, locale, facts);
}

/** A file that cannot be written is a fault as well, whatever brought it about. */
function faultsOrReason(entry: OpenEntry, locale: Locale, facts: EditorFacts): readonly Diagnostic[] {
  try {
    return faultsIn(entry, locale, facts);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return [{ code: 'editor/unwritable', severity: 'error', file: '', ...place, message }];
  }
}

/** The page as readers see it, in each country that has it in this language. */
function pageLinks(
  { entry, forID }: ControlProps,
  { facts, collections, previewUrl }: EditorContext,
): unknown {
  const locale = localeOf(forID);
  if (entry === undefined || locale === undefined || previewUrl === undefined) return false;
  const open = openEntry(entry, locale, collections);
  const place = open && placeIn(open, locale);
  if (place === undefined) return false;
  const target = targetOf(place);
  const countries = (facts.pages[target] ?? []).filter(
    (code) =>
      (place.scope === 'shared' || place.scope === code) && facts.siteLanguages[code]?.includes(locale),
  );
  if (countries.length === 0) return false;
  return element(
    'p',
    { className: 'passport-pages' },
    'See the page: ',
    ...countries.map((code) =>
      element(
        'a',
        {
          key: code,
          href: `${previewUrl}${code}/${locale.toLowerCase()}${target}`,
          target: '_blank',
          rel: 'noopener',
        },
        code.toUpperCase(),
      ),
    ),
  );
}

const rowsFor = (value: unknown): number =>
  Math.min(30, Math.max(12, String(value ?? '').split('\n').length + 2));

function toolbar({ forID, onChange, addFile }: ControlProps): unknown {
  const insert = (text: string): void => {
    const area = document.getElementById(forID) as HTMLTextAreaElement | null;
    if (area === null) return;
    const at = area.selectionStart;
    const [before, after] = [area.value.slice(0, at), area.value.slice(at)];
    const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    area.setRangeText(`${gap}${text}\n${after.startsWith('\n') ? '' : '\n'}`, at, at, 'end');
    area.focus();
    noteWritten(area);
    onChange(area.value);
  };
  return element(
    'div',
    { className: 'passport-tools', role: 'group', 'aria-label': 'Insert' },
    element(
      'label',
      null,
      'Insert ',
      element(
        'select',
        {
          value: '',
          onChange: (event: { readonly target: HTMLSelectElement }) =>
            insert(snippets[event.target.value] ?? ''),
        },
        element('option', { value: '' }, '…'),
        ...Object.keys(snippets).map((name) => element('option', { key: name, value: name }, name)),
      ),
    ),
    element(
      'label',
      null,
      'Picture ',
      element('input', {
        type: 'file',
        accept: '.svg,.png,.jpg,.jpeg,.webp,.avif',
        onChange: async ({ target }: { readonly target: HTMLInputElement }) => {
          const file = target.files?.[0];
          if (file === undefined) return;
          const address = await addFile(file);
          rememberBlob(address, file.name);
          insert(`![What the picture shows](${address})`);
          target.value = '';
        },
      }),
    ),
  );
}

/** The snippets of VS Code, with the examples in place of the places to write. */
const snippets: Readonly<Record<string, string>> = Object.fromEntries(
  containerSnippets().map(({ prefix, body }) => [
    prefix,
    body
      .join('\n')
      .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, (_, example: string) => example.replace(/\\(.)/g, '$1'))
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
      .replace(/\s*\$0$/, ''),
  ]),
);

function faultList(props: ControlProps, faults: readonly Diagnostic[]): unknown {
  return element(
    'ul',
    { id: `${props.forID}-faults`, className: 'passport-faults', 'aria-live': 'polite' },
    ...faults.map((fault, index) =>
      element(
        'li',
        { key: `${fault.code} ${index}`, 'data-severity': fault.severity },
        element(
          'button',
          { type: 'button', onClick: () => showPlace(props, fault), title: 'Show the place' },
          sentenceOf(fault),
        ),
      ),
    ),
  );
}

/** Selects what is at fault, where it stands in the text; faults of the fields are told by the name of the field. */
function showPlace({ forID, entry }: ControlProps, { line, column, endColumn }: Diagnostic): void {
  const area = document.getElementById(forID) as HTMLTextAreaElement | null;
  const source = entry?.getIn(['data', sourceKey]);
  if (area === null || typeof source !== 'string') return;
  const lines = area.value.split('\n');
  const above = source.slice(0, source.length - source.replace(/^---\n[\s\S]*?\n---\n\s*/, '').length);
  const at = line - above.split('\n').length;
  area.focus();
  if (at < 0 || at >= lines.length) return;
  const start = lines.slice(0, at).reduce((sum, text) => sum + text.length + 1, 0);
  area.setSelectionRange(start + column - 1, start + Math.max(column, endColumn) - 1);
  // At once: the page lets everything glide, and a long text passes by for a second.
  const top = heightPx(area, area.value.slice(0, start)) - area.clientHeight / 2;
  area.scrollTo({ top, behavior: 'instant' });
  area.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** Browsers scroll to what somebody selects, not to what a program does: how far down is it, with the lines as they are broken? */
function heightPx(area: HTMLTextAreaElement, text: string): number {
  const ruler = area.cloneNode() as HTMLTextAreaElement;
  ruler.removeAttribute('id');
  ruler.rows = 1;
  ruler.value = text;
  area.after(ruler);
  const { scrollHeight } = ruler;
  ruler.remove();
  return scrollHeight;
}
